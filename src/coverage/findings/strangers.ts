import { eventRuleArn, parseArn } from "../../aws";
import { distinctFindings } from "../distinct-findings";
import { blockersOf, finding, type Finding } from "../finding";
import type { Call } from "../policy";
import {
  accountOf,
  organizationOf,
  shownAddress,
  text,
  verdict,
  type ResourceIndex,
} from "../resource-index";
import { onThePath, policiesOnPath, type PathResource } from "./on-the-path";

/** An account that does not exist. */
export const STRANGER = "000000000000";
/** An organization that does not exist, and none at all: whoever is outside is of one or the other. */
export const outsideOrganizations: readonly string[] = ["o-0000000000", ""];

/**
 * An account outside of the organization, of another one and of none. It may call by a rule of its own,
 * and then AWS may say so.
 */
export function asStranger(
  index: ResourceIndex,
  resource: string,
  { account, arn }: Named = { account: STRANGER },
): readonly Pick<
  Call,
  "kind" | "principal" | "source" | "organization" | "resourceOrganization"
>[] {
  const { partition = "aws", region = "us-east-1" } = parseArn(resource) ?? {};
  const place = {
    partition: partition === "aws-cn" ? partition : ("aws" as const),
    account,
    region,
  };
  const source = eventRuleArn(place, "any");
  const resourceOrganization = organizationOf(index);
  return outsideOrganizations.map((organization) => ({
    kind: "role to bus",
    principal: { account, arn: arn ?? `arn:${partition}:iam::${account}:role/any` },
    source,
    organization,
    resourceOrganization,
  }));
}

/** Somebody whom a policy may name. */
export interface Named {
  readonly account: string;
  /** @default - any role of the account */
  readonly arn?: string;
}

const principal =
  /"(?:(?<arn>arn:[a-z-]+:(?:iam|sts)::(?<owner>\d{12}):(?:role|user|assumed-role)\/[^"]+)|(?:arn:[a-z-]+:iam::)?(?<account>\d{12})(?::root)?)"/gu;

/** Whom the text of a policy names as principals, or by conditions, each once. */
export function namedIn(json: unknown): readonly Named[] {
  if (typeof json !== "string") return [];
  const named = [...json.matchAll(principal)].map(({ groups = {} }): Named => {
    const { arn, owner, account = owner ?? "" } = groups;
    return { account, ...(arn !== undefined && { arn: arn.replaceAll("*", "any") }) };
  });
  return [...new Map(named.map((each) => [each.arn ?? each.account, each])).values()];
}

/** Those of them in accounts that are not known. */
export function namedStrangers(json: unknown, known: ReadonlySet<string>): readonly Named[] {
  return namedIn(json).filter(({ account }) => !known.has(account));
}

/** The accounts of the organization that a check knows of, those of the resources included. */
export function knownAccounts(
  index: ResourceIndex,
  accounts: readonly string[],
): ReadonlySet<string> {
  const own = index.all("aws_iam_role").flatMap((role) => {
    let account: string | undefined;
    blockersOf(() => (account = accountOf(role)));
    return account ?? [];
  });
  return new Set([...accounts, ...own]);
}

/** What a stranger could do harm with, by what it is done to. */
const harmful: Readonly<Record<PathResource["what"], readonly string[]>> = {
  topic: ["sns:Publish", "sns:Subscribe", "sns:SetTopicAttributes", "sns:DeleteTopic"],
  queue: ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:PurgeQueue"],
  role: ["sts:AssumeRole"],
};

/**
 * Topics, dead-letter queues and roles of the path that an account outside of the organization may use,
 * and those of which that is not known.
 * @param accounts - of the organization, beside those of the resources
 */
export function strangerFindings(
  index: ResourceIndex,
  accounts: readonly string[],
): readonly Finding[] {
  const known = knownAccounts(index, accounts);
  return onThePath(index).flatMap(({ what: sort, resource }) => {
    const allowed = new Map<string, Set<string>>();
    const unknown: Finding[] = [];
    let by = resource;
    // What cannot be read stops the event.
    blockersOf(() => {
      const arn = text(resource, "arn");
      const policies = policiesOnPath(index, resource);
      const own = new Set([...known, accountOf(resource)]);
      const named = policies.flatMap(({ json }) => namedStrangers(json, own));
      for (const who of [undefined, ...named]) {
        for (const action of harmful[sort]) {
          const asked = { action, resource: arn, ...(action === "sns:Subscribe" && subscribing) };
          for (const call of asStranger(index, arn, who)) {
            const undecided = blockersOf(() => {
              const said = verdict(index, "open-to-strangers", policies, { ...call, ...asked });
              if (said?.effect !== "allow") return;
              ({ by } = said);
              const whom = who === undefined ? "" : ` by account ${who.account}`;
              allowed.set(whom, (allowed.get(whom) ?? new Set()).add(action));
            });
            unknown.push(...undecided);
          }
        }
      }
    });
    const open = [...allowed].map(([whom, actions]) => {
      const what = `${[...actions].join(", ")} on ${shownAddress(resource)}${whom}`;
      return finding("open-to-strangers", by, what);
    });
    return open.length > 0 ? open : distinctFindings(unknown).slice(0, 1);
  });
}

/** Whoever subscribes chooses how. */
const subscribing = {
  also: { "sns:Protocol": { sent: "always" }, "sns:Endpoint": { sent: "always" } },
} as const;
