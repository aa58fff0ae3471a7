import type { ExpectedCoverage } from "../expected-coverage";
import type { Finding, ResourceAddress } from "../finding";
import { organizationOf, shownAddress, type ResourceIndex } from "../resource-index";
import { alertRules, forwardingRules, loggingRules } from "../trace/rules";
import { drillRoleFindings, drillRolesIn } from "../guards/drill-roles";
import { guardFindings } from "../guards/guard-findings";
import { alertPathOf, type AlertPath } from "../trace/alert-path";
import { busGuardFindings } from "./bus-guard";
import { busPolicyFindings } from "./bus-policy";
import { changeableFindings } from "./changeable";
import { chatFindings } from "./chat";
import { deadLetterFindings } from "./dead-letters";
import { keyFindings } from "./keys";
import { expectedNotificationFindings } from "./expected-notifications";
import { formatFindings, mailFormatFindings } from "./formats";
import { functionFindings } from "./functions";
import { keptMessageFindings } from "./kept-messages";
import { kindFindings } from "./kinds";
import { notAnalyzed } from "./not-analyzed";
import { notificationFindings } from "./notifications";
import { organizationFindings } from "./organization";
import { orphanFindings } from "./orphans";
import { patternFindings } from "./patterns";
import { placeFindings } from "./places";
import { policyLimitFindings } from "./policy-limits";
import { recipientFindings } from "./recipients";
import { refusedTogetherFindings } from "./refused-together";
import { ruleStateFindings } from "./rule-states";
import { serviceLimitFindings } from "./service-limits";
import { stackSetFindings } from "./stack-sets";
import { strangerFindings } from "./strangers";
import { tagFindings } from "./tags";
import { trailFindings } from "./trails";
import { unroutedFindings } from "./unrouted";
import { wildcardRuleFindings } from "./wildcard-rules";

/**
 * Everything that is wrong beside the way of single events.
 * @param alike - accounts that the inventory has nothing of, since they are like another
 */
export function findingsOf(
  index: ResourceIndex,
  kinds: readonly string[],
  expected: ExpectedCoverage | undefined,
  alike: { readonly has: (account: string) => boolean } = new Set(),
): readonly Finding[] {
  const organization = expected?.organization ?? organizationOf(index);
  const accounts = expected?.accounts.map(({ id }) => id) ?? [];
  const path = (): AlertPath => alertPathOf(index, expected);
  let drillRoles: ReadonlySet<string> | undefined;
  const isDrillRole = (resource: ResourceAddress): boolean => {
    drillRoles ??= new Set(drillRolesIn(index, expected ?? {}).map(shownAddress));
    return drillRoles.has(shownAddress(resource));
  };
  /** Whether a finding is of the alert path or a role of drills, and not of what else a team has in its stacks. */
  const isOurs = (found: Finding): boolean =>
    concernsPath(found, path) || (found.resource !== undefined && isDrillRole(found.resource));
  const ofPath = (found: readonly Finding[]): readonly Finding[] => found.filter(isOurs);
  const beforeGuards = [
    ...index.problems,
    ...notAnalyzed(index, path),
    ...stackSetFindings(index, expected),
    ...(expected
      ? [
          ...unroutedFindings(expected),
          ...placeFindings(index, without(expected, alike), path),
          ...kindFindings(index, expected),
        ]
      : []),
    ...trailFindings(index, expected),
    ...organizationFindings(index, expected?.organization),
    ...busGuardFindings(index, { organization, accounts }),
    ...strangerFindings(index, accounts),
    ...changeableFindings(index, { organization, accounts }),
    ...busPolicyFindings(index, kinds, expected),
    ...patternFindings(index, kinds, expected),
    ...wildcardRuleFindings(index),
    ...ruleStateFindings(index, kinds, expected),
    ...deadLetterFindings(
      index,
      [...alertRules(index), ...forwardingRules(index), ...loggingRules(index)],
      expected?.retry,
    ),
    ...keptMessageFindings(index),
  ];
  const guards = guardFindings(index, expected ?? {});
  const afterGuards = [
    ...keyFindings(index),
    ...policyLimitFindings(index),
    ...serviceLimitFindings(index),
    ...refusedTogetherFindings(index),
    ...tagFindings(index),
    ...recipientFindings(index, expected ?? {}),
    ...chatFindings(index),
    ...notificationFindings(index, expected),
    ...expectedNotificationFindings(index, expected),
    ...functionFindings(index),
    ...formatFindings(index, expected?.routes),
    ...mailFormatFindings(index, expected ?? {}),
    ...orphanFindings(index),
  ];
  return [
    // What Terraform refuses keeps the whole stack from being applied, whatever it is about.
    ...index.inventory.problems.filter(
      (problem) => problem.rule !== "not-analyzed-setting" || isOurs(problem),
    ),
    ...ofPath(beforeGuards),
    // Guards that the configuration asks for are known by their names.
    ...(expected?.guards ? guards : ofPath(guards)),
    ...(expected ? drillRoleFindings(index, without(expected, alike)) : []),
    ...ofPath(afterGuards),
  ];
}

function without(
  expected: ExpectedCoverage,
  left: { readonly has: (account: string) => boolean },
): ExpectedCoverage {
  return { ...expected, accounts: expected.accounts.filter(({ id }) => !left.has(id)) };
}

function concernsPath({ rule, resource }: Finding, path: () => AlertPath): boolean {
  // Those of types that are not analyzed were asked already.
  return resource === undefined || rule === "not-analyzed-resource" || path().has(resource);
}
