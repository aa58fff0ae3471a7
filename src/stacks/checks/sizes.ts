import { enabledKinds } from "../../plan/kinds";
import type { Problem } from "../../config/problem";
import type { ConfigurationDraft } from "../../config/draft";

/** Account stacks beyond which one app, and one pull request, is no longer practical. */
const mostAccountStacks = 1000;

/**
 * Rules that an event bus holds by default; fewer in some regions.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
function mostRules(region: string | undefined): number {
  return region === "af-south-1" || region === "eu-south-1" ? 100 : 300;
}

function checkRuleCount({ hub, routes, kinds, heartbeat }: ConfigurationDraft): readonly Problem[] {
  const enabled = enabledKinds({ kinds }).length;
  const counts = (routes ?? []).map((route) => route?.kinds?.length ?? enabled);
  const own = heartbeat?.hours === 0 ? 0 : 1;
  const count = counts.reduce((sum, rules) => sum + rules, own);
  const most = mostRules(hub?.region);
  if (count <= most) return [];
  return [
    {
      path: ["routes"],
      value: `${counts.length} routes`,
      problem: `the hub's event bus would have ${count} rules, one per route and kind, and one for heartbeats`,
      allowed: `at most ${most} rules on an event bus${hub?.region === undefined ? "" : ` in ${hub.region}`}`,
      fix: "give routes fewer kinds, or join routes",
    },
  ];
}

function checkAccountCount({ accounts = [] }: ConfigurationDraft): readonly Problem[] {
  const { length: stacks } = accounts.filter(
    (account) => account?.organizationalUnit === undefined,
  );
  if (stacks <= mostAccountStacks) return [];
  return [
    {
      path: ["accounts"],
      value: `${accounts.length} accounts`,
      problem: `there would be ${stacks} account stacks, each with a plan and a state of its own`,
      allowed: `at most ${mostAccountStacks} account stacks`,
      fix: "let AWS roll out to organizational units: rollout: { type: stack-set, organizationalUnits: [...] }",
    },
  ];
}

/** What would be too many for AWS or for one app. */
export function checkSizes(props: ConfigurationDraft): readonly Problem[] {
  return [...checkRuleCount(props), ...checkAccountCount(props)];
}
