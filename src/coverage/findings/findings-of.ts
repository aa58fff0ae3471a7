import type { ExpectedCoverage } from "../expected-coverage";
import { finding, type Finding } from "../finding";
import type { Network } from "../network";
import { statedOrganizations } from "../trace";
import { alertRules, forwardingRules, loggingRules } from "../trace/rules-by-target";
import { guardFindings } from "../guards/guard-findings";
import { busGuardFindings } from "./bus-guard";
import { busPolicyFindings } from "./bus-policy";
import { chatFindings } from "./chat";
import { deadLetterFindings } from "./dead-letters";
import { keyFindings } from "./keys";
import { expectedNotificationFindings } from "./expected-notifications";
import { functionFindings } from "./functions";
import { keptMessageFindings } from "./kept-messages";
import { kindFindings } from "./kinds";
import { notUnderstood } from "./not-understood";
import { notificationFindings } from "./notifications";
import { organizationFindings } from "./organization";
import { orphanFindings } from "./orphans";
import { patternFindings } from "./patterns";
import { placeFindings } from "./places";
import { recipientFindings } from "./recipients";
import { ruleStateFindings } from "./rule-states";
import { stackSetFindings } from "./stack-sets";

/** Everything that is wrong beside the way of single events. */
export function findingsOf(
  network: Network,
  kinds: readonly string[],
  expected: ExpectedCoverage | undefined,
): readonly Finding[] {
  const organization = expected?.organization ?? statedOrganizations(network)[0]?.id;
  return [
    ...network.inventory.problems,
    ...network.problems,
    ...notUnderstood(network),
    ...stackSetFindings(network, expected),
    ...(expected ? [...placeFindings(network, expected), ...kindFindings(network, expected)] : []),
    ...trailFindings(network, expected),
    ...organizationFindings(network, expected?.organization),
    ...busGuardFindings(network, organization),
    ...busPolicyFindings(network, kinds, expected?.organization),
    ...patternFindings(network, kinds, expected),
    ...ruleStateFindings(network, kinds, expected),
    ...deadLetterFindings(
      network,
      [...alertRules(network), ...forwardingRules(network), ...loggingRules(network)],
      expected?.retry,
    ),
    ...keptMessageFindings(network),
    ...guardFindings(network, expected ?? {}),
    ...keyFindings(network),
    ...recipientFindings(network, expected?.recipients, expected?.routes),
    ...chatFindings(network),
    ...notificationFindings(network, expected),
    ...expectedNotificationFindings(network, expected),
    ...functionFindings(network),
    ...orphanFindings(network),
  ];
}

function trailFindings(
  network: Network,
  expected: ExpectedCoverage | undefined,
): readonly Finding[] {
  if (expected?.trail !== "create") return [];
  if (network.inventory.resources.some(({ type }) => type === "aws_cloudtrail")) return [];
  return [
    finding("trail-missing", undefined, "the configuration creates one, but no stack has it"),
  ];
}
