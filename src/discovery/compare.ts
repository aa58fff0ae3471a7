import { edited, type Edit } from "../config/edit";
import type { SignInAlertsProps } from "../config/props";
import type { AccountDetails, LiveOrganization } from "../live";
import { checkConfiguration } from "../plan";
import { accountDifferences } from "./account-differences";
import { keyOf, type Difference } from "./difference";
import { organizationDifferences } from "./organization-differences";
import { viewOf } from "./organization-view";
import { regionDifferences } from "./region-differences";

/** What AWS says, the accounts in detail. */
export interface Discovered {
  readonly organization: LiveOrganization;
  readonly details: ReadonlyMap<string, AccountDetails>;
}

/** Everything in which a configuration and its organization differ, as far as AWS said. */
export function differencesOf(
  configuration: SignInAlertsProps,
  { organization, details }: Discovered,
): readonly Difference[] {
  const view = viewOf(configuration, organization, details);
  return [
    ...organizationDifferences(view),
    ...accountDifferences(view),
    ...regionDifferences(view),
  ];
}

/** A configuration that follows its organization. */
export interface Followed {
  readonly configuration: SignInAlertsProps;
  /** What leads to it, to be made one after the other. */
  readonly edits: readonly Edit[];
  readonly settled: readonly Difference[];
  /** What is left to a person. */
  readonly left: readonly Difference[];
}

/** One change may lead to another, as an account that leaves a unit needs its regions. */
const mostRounds = 5;

function isAccepted(configuration: SignInAlertsProps): boolean {
  return checkConfiguration(configuration).length === 0;
}

/** Makes the changes of differences, all together or, where that is refused, those that are accepted alone. */
function settle(before: Followed, differences: readonly Difference[], together: boolean): Followed {
  let { configuration } = before;
  const edits = [...before.edits];
  const settled = [...before.settled];
  for (const difference of differences) {
    const made = difference.edits?.(configuration) ?? [];
    if (made.length === 0) continue;
    const next = edited(configuration, made);
    if (!together && !isAccepted(next)) continue;
    configuration = next;
    edits.push(...made);
    settled.push(difference);
  }
  return { ...before, configuration, edits, settled };
}

/**
 * Follows the organization: makes each change that needs no person, and leaves out what the checks of a
 * configuration would refuse. A configuration that is accepted stays so.
 */
export function followed(configuration: SignInAlertsProps, discovered: Discovered): Followed {
  let current: Followed = { configuration, edits: [], settled: [], left: [] };
  for (let round = 0; round < mostRounds; round += 1) {
    const differences = differencesOf(current.configuration, discovered);
    const together = settle(current, differences, true);
    const next = isAccepted(together.configuration)
      ? together
      : settle(current, differences, false);
    if (next.edits.length === current.edits.length) break;
    current = next;
  }
  const settled = [...new Map(current.settled.map((each) => [keyOf(each), each])).values()];
  return { ...current, settled, left: differencesOf(current.configuration, discovered) };
}
