import {
  AttachPolicyCommand,
  CreatePolicyCommand,
  type PolicyType,
} from "@aws-sdk/client-organizations";
import { change, HUB, MANAGEMENT, type ChangeByHand } from "./by-hand";

/** A policy of the organization, attached to the account of the hub. */
const attached = (Type: PolicyType, rule: string, statement: object): ChangeByHand =>
  change(
    `a policy is attached to an account: ${Type}`,
    rule,
    async ({ organizations }) => {
      const { Policy } = await organizations.send(
        new CreatePolicyCommand({
          Name: `by-hand-${Type}`,
          Description: "by hand",
          Type,
          Content: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
        }),
      );
      const PolicyId = Policy?.PolicySummary?.Id;
      await organizations.send(new AttachPolicyCommand({ PolicyId, TargetId: HUB }));
    },
    MANAGEMENT,
  );

const deny = { Effect: "Deny", Resource: "*" };

/** What the organization denies. */
export const changedOrganization: readonly ChangeByHand[] = [
  attached("RESOURCE_CONTROL_POLICY", "resource-control-policy-denies", {
    ...deny,
    Principal: "*",
    Action: "sqs:SendMessage",
  }),
  attached("SERVICE_CONTROL_POLICY", "service-control-policy-denies", {
    ...deny,
    Action: "events:*",
  }),
];
