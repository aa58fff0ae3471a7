import { placeSample, samplesOf } from "../catalog";
import { expandStackSets } from "../coverage";
import { patternTestsOf, type Sample } from "../coverage/documents/pattern-tests";
import { policyDocumentsOf } from "../coverage/documents/policy-documents";
import { expectationsOf, type Plan } from "../plan";
import { requireSameConfiguration } from "./configuration";
import type { GeneratedTerraform } from "./generated-terraform";
import { loadLive } from "./load-live";
import type { Progress } from "./progress";

/** What AWS says of generated patterns and policies. */
export interface LiveCheck {
  /** Folder of the generated Terraform. */
  readonly terraform: string;
  /** Distinct patterns. */
  readonly patterns: number;
  /** Distinct policies. */
  readonly policies: number;
  readonly problems: readonly {
    readonly resource: string;
    readonly others: number;
    readonly problem: string;
    readonly page?: string;
  }[];
  /** What was not answered, with the permission that the call needs, and what has no text before it is applied. */
  readonly notKnown: readonly string[];
}

/** The samples of the kinds that somebody is notified of, in each account. */
function samplesIn({ accounts, kinds, partition }: Plan): readonly Sample[] {
  return accounts.flatMap(({ id: account, regions }) =>
    kinds.flatMap((kind) =>
      samplesOf(kind).map((sample) => ({
        kind: kind.name,
        event: placeSample(sample, { account, region: regions[0] ?? "", partition }),
      })),
    ),
  );
}

/**
 * Asks AWS what it makes of every generated pattern and policy, from the account of the credentials.
 * @throws UnusableInputError for Terraform of another configuration, and without credentials that AWS accepts
 */
export async function checkLive(
  terraform: string,
  opened: GeneratedTerraform,
  file: string,
  plan: Plan,
  progress: Progress,
): Promise<LiveCheck> {
  requireSameConfiguration(terraform, opened, { file, expected: expectationsOf(plan) });
  const inventory = expandStackSets(opened.inventory);
  const tests = patternTestsOf(inventory, samplesIn(plan));
  const { policies, unknown } = policyDocumentsOf(inventory);
  progress.stage("Loading the SDK of AWS");
  const { openAws, testPatterns, validatePolicies } = await loadLive();
  const { region } = plan.hub.place;
  const { partition } = plan;
  const aws = await openAws({ region, partition, roleArn: () => undefined });
  const problems = await aws.at({ account: aws.identity.account, region }, async (here) => [
    ...(await testPatterns(here, tests, (done, total) => {
      progress.stage("Testing patterns,", done, total);
    })),
    ...(await validatePolicies(here, policies, (done, total) => {
      progress.stage("Validating policies,", done, total);
    })),
  ]);
  return {
    terraform,
    patterns: tests.length,
    policies: policies.length,
    problems,
    notKnown: [
      ...aws.notKnown.map(
        ({ account, region: at, permission, reason }) =>
          `${permission} in account ${account}, ${at}: ${reason}`,
      ),
      ...unknown.map((resource) => `${resource} has a policy that is known after the apply`),
    ],
  };
}
