import {
  DescribePolicyCommand,
  ListPoliciesCommand,
  ListRootsCommand,
  ListTargetsForPolicyCommand,
  type PolicyType,
} from "@aws-sdk/client-organizations";
import type { OrganizationPolicy } from "../../coverage";
import type { Answer } from "../answer";
import type { Here } from "../here";
import { organizations, whole } from "./calls";
import type { OrganizationIdentity } from "./organization";

/** The root of an organization. */
export interface Root {
  readonly id: string;
  readonly organization: OrganizationIdentity;
  /** Types of policies that are in use, such as `SERVICE_CONTROL_POLICY`. */
  readonly policyTypes: readonly string[];
}

/** The roots: AWS has one in each organization. */
export function listRoots(here: Here): Promise<Answer<readonly Root[]>> {
  return here.pages({
    service: organizations,
    operation: "ListRoots",
    send: (client, NextToken) => client.send(new ListRootsCommand({ NextToken })),
    result: ({ Roots }) =>
      whole(
        Roots?.map(({ Id: id, Arn, PolicyTypes: types }) => {
          const organization = organizationOf(Arn);
          if (id === undefined || organization === undefined || types === undefined) {
            return undefined;
          }
          const policyTypes = types.flatMap(({ Type, Status }) => inUse(Type, Status));
          return { id, organization, policyTypes };
        }),
      ),
    next: ({ NextToken }) => NextToken,
  });
}

/**
 * The organization that the ARN of a root names.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Root.html
 */
function organizationOf(arn: string | undefined): OrganizationIdentity | undefined {
  const found = /^arn:[\w-]+:organizations::(\d{12}):root\/(o-[a-z0-9]{10,32})\//u.exec(arn ?? "");
  const [, managementAccount, id] = found ?? [];
  return id === undefined || managementAccount === undefined
    ? undefined
    : { id, managementAccount };
}

/** While AWS enables or disables a type, its policies may be in force. */
function inUse(type: string | undefined, status: string | undefined): readonly string[] {
  return type === undefined || status === undefined ? [] : [type];
}

/** Ids and names of the policies of a type. */
export function listPolicies(
  here: Here,
  Filter: PolicyType,
): Promise<Answer<readonly Pick<OrganizationPolicy, "id" | "name">[]>> {
  return here.pages({
    service: organizations,
    operation: "ListPolicies",
    send: (client, NextToken) => client.send(new ListPoliciesCommand({ Filter, NextToken })),
    result: ({ Policies }) =>
      whole(
        Policies?.map(({ Id: id, Name: name = "" }) =>
          id === undefined ? undefined : { id, name },
        ),
      ),
    next: ({ NextToken }) => NextToken,
  });
}

/** Ids of the root, units and accounts that a policy is attached to. */
export function listTargets(here: Here, PolicyId: string): Promise<Answer<readonly string[]>> {
  return here.pages({
    service: organizations,
    operation: "ListTargetsForPolicy",
    send: (client, NextToken) =>
      client.send(new ListTargetsForPolicyCommand({ PolicyId, NextToken })),
    result: ({ Targets }) => whole(Targets?.map(({ TargetId }) => TargetId)),
    next: ({ NextToken }) => NextToken,
  });
}

/** The document of a policy, as JSON. */
export function policyContent(here: Here, PolicyId: string): Promise<Answer<string>> {
  return here.ask({
    service: organizations,
    operation: "DescribePolicy",
    send: (client) => client.send(new DescribePolicyCommand({ PolicyId })),
    result: ({ Policy }) => Policy?.Content,
  });
}
