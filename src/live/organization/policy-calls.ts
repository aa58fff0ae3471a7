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

/** The root of an organization. */
export interface Root {
  readonly id: string;
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
        Roots?.map(({ Id: id, PolicyTypes: types }) =>
          id === undefined || types === undefined
            ? undefined
            : { id, policyTypes: types.flatMap(({ Type, Status }) => inUse(Type, Status)) },
        ),
      ),
    next: ({ NextToken }) => NextToken,
  });
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
