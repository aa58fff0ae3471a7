import { blockersOf, type Finding } from "../finding";
import { placeOf, requireAllowed, text, type Network } from "../network";
import { keyPolicies } from "../trace/key";

/**
 * KMS makes no key whose account could not change the policy again.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html
 */
export function keyFindings(network: Network): readonly Finding[] {
  return network.all("aws_kms_key").flatMap((key) =>
    blockersOf(() => {
      const policies = keyPolicies(network, key);
      // Without a policy KMS gives a key the default one, which lets its account do everything.
      if (policies.length === 0) return;
      requireAllowed(network, "key-policy-locks-out", key, policies, {
        principal: { account: placeOf(key).account },
        action: "kms:PutKeyPolicy",
        resource: text(key, "arn"),
        context: {},
      });
    }),
  );
}
