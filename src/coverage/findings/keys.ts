import { blockersOf, type Finding } from "../finding";
import { placeOf, policiesOf, requireAllowed, text, type ResourceIndex } from "../resource-index";

/**
 * KMS makes no key whose account could not change the policy again.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html
 */
export function keyFindings(index: ResourceIndex): readonly Finding[] {
  return index.all("aws_kms_key").flatMap((key) =>
    blockersOf(() => {
      const policies = policiesOf(index, key);
      // Without a policy KMS gives a key the default one, which lets its account do everything.
      if (policies.length === 0) return;
      requireAllowed(index, "key-policy-locks-out", key, policies, {
        principal: { account: placeOf(key).account },
        action: "kms:PutKeyPolicy",
        resource: text(key, "arn"),
        kind: "role to resource",
      });
    }),
  );
}
