import { callerIdentity, jsonError, type Respond, type StandInAnswer } from "../live/stand-in";
import { regionsWith } from "./live-organization";

/** An organization that a stand-in for AWS answers from. */
export interface StandInOrganization {
  readonly id?: string;
  readonly caller?: string;
  readonly managementAccount: string;
  /** By id: name and state, and what else there is. */
  readonly accounts: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly state?: string;
        readonly regions?: readonly string[];
        readonly tags?: Readonly<Record<string, string>>;
      }
    >
  >;
  /** Of a unit: accounts and units in it. */
  readonly units?: Readonly<
    Record<string, { readonly accounts: readonly string[]; readonly units?: readonly string[] }>
  >;
  readonly administrators?: Readonly<Record<string, readonly string[]>>;
  /** Policies that limit accounts, by id. The root is the unit `r-ab12`. */
  readonly policies?: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly type: string;
        readonly content: string;
        readonly targets: readonly string[];
      }
    >
  >;
  /** Accounts on a page of a list. */
  readonly pageSize?: number;
  /** Instead of the answer to an operation, for what was sent. */
  readonly instead?: (operation: string, sent: Sent) => StandInAnswer | undefined;
}

type Sent = Readonly<Record<string, string | undefined>>;

const json = (value: unknown): StandInAnswer => ({ body: JSON.stringify(value) });

function page(name: string, items: readonly unknown[], { NextToken }: Sent, size: number) {
  const from = Number(NextToken ?? 0);
  const next = from + size < items.length ? { NextToken: String(from + size) } : {};
  return json({ [name]: items.slice(from, from + size), ...next });
}

/**
 * Answers as AWS does, in pages.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Operations.html
 * @see https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html
 */
export function organizationAnswers(organization: StandInOrganization): Respond {
  const { id = "o-a1b2c3d4e5", managementAccount, accounts, units = {} } = organization;
  const {
    policies = {},
    administrators = {},
    pageSize = 20,
    caller = managementAccount,
  } = organization;
  const listed = Object.entries(accounts).map(([Id, { name: Name, state: State = "ACTIVE" }]) => ({
    Id,
    Name,
    State,
    Arn: `arn:aws:organizations::${managementAccount}:account/${id}/${Id}`,
  }));
  return (operation, body) => {
    const sent = body.startsWith("{") ? (JSON.parse(body) as Sent) : {};
    const { ParentId = "", ServicePrincipal = "", ResourceId = "", AccountId = caller } = sent;
    // Account Management speaks REST: its operation stands in the path.
    const name = operation === "" ? "ListRegions" : operation;
    const instead = organization.instead?.(name, sent);
    if (instead) return instead;
    switch (name) {
      case "GetCallerIdentity":
        return callerIdentity(caller);
      case "DescribeOrganization":
        return json({ Organization: { Id: id, MasterAccountId: managementAccount } });
      case "ListAccounts":
        return page("Accounts", listed, sent, pageSize);
      case "ListAccountsForParent": {
        const held = units[ParentId]?.accounts;
        if (!held) return jsonError("ParentNotFoundException");
        return page(
          "Accounts",
          listed.filter(({ Id }) => held.includes(Id)),
          sent,
          pageSize,
        );
      }
      case "ListOrganizationalUnitsForParent": {
        const below = units[ParentId]?.units ?? [];
        return page("OrganizationalUnits", below.map((Id) => ({ Id })), sent, pageSize); // prettier-ignore
      }
      case "ListRoots": {
        const types = [...new Set(Object.values(policies).map(({ type }) => type))];
        const PolicyTypes = types.map((Type) => ({ Type, Status: "ENABLED" }));
        const Arn = `arn:aws:organizations::${managementAccount}:root/${id}/r-ab12`;
        return json({ Roots: [{ Id: "r-ab12", Arn, PolicyTypes }] });
      }
      case "ListAWSServiceAccessForOrganization": {
        const trusted = ["account.amazonaws.com", "cloudtrail.amazonaws.com"];
        return page("EnabledServicePrincipals", trusted.map((ServicePrincipal) => ({ ServicePrincipal })), sent, 1); // prettier-ignore
      }
      case "ListPolicies": {
        const found = Object.entries(policies).filter(([, { type }]) => type === sent["Filter"]);
        return page("Policies", found.map(([Id, each]) => ({ Id, Name: each.name })), sent, pageSize); // prettier-ignore
      }
      case "ListTargetsForPolicy": {
        const targets = policies[sent["PolicyId"] ?? ""]?.targets ?? [];
        return page("Targets", targets.map((TargetId) => ({ TargetId })), sent, pageSize); // prettier-ignore
      }
      case "DescribePolicy":
        return json({ Policy: { Content: policies[sent["PolicyId"] ?? ""]?.content } });
      case "ListDelegatedAdministrators": {
        const ids = administrators[ServicePrincipal] ?? [];
        return page("DelegatedAdministrators", ids.map((Id) => ({ Id })), sent, pageSize); // prettier-ignore
      }
      case "ListTagsForResource": {
        const tags = Object.entries(accounts[ResourceId]?.tags ?? {});
        return page("Tags", tags.map(([Key, Value]) => ({ Key, Value })), sent, pageSize); // prettier-ignore
      }
      case "ListRegions": {
        const regions = [...regionsWith(...(accounts[AccountId]?.regions ?? []))];
        return json({
          Regions: regions.map(([RegionName, RegionOptStatus]) => ({
            RegionName,
            RegionOptStatus,
          })),
        });
      }
      default:
        return jsonError("UnknownOperationException");
    }
  };
}
