import { patternsByType } from "../catalog";
import { type SignInAlertsProps, loadConfiguration } from "../stacks";
import { existingParts } from "../stacks/existing-parts";
import { expectedRoutes } from "../stacks/expected-routes";
import { guardsOf, heartbeatsOf } from "../stacks/guards";
import { ignoredOf } from "../stacks/ignored";
import { toldPeople } from "../stacks/operations";
import { notificationsOf } from "../stacks/notifications";
import { retryPolicyOf } from "../stacks/retry";
import { coveredRegions, stackAccounts, stackSetOf, stackSetRegions } from "../stacks/rollout";
import { routedKinds } from "../stacks/routes";
import { untoldEvents } from "../stacks/untold";
import type { Expectations } from "./generated-terraform";

/** Everything that a configuration promises. */
export function expectationsOf(configuration: SignInAlertsProps): Expectations {
  const retry = retryPolicyOf(configuration);
  return {
    accounts: [
      ...configuration.accounts.map((account) => ({
        id: account.id,
        name: account.name,
        regions: coveredRegions(configuration, account),
        ...(account.organizationalUnit !== undefined && {
          organizationalUnit: account.organizationalUnit,
        }),
      })),
      // Whoever else is in a unit, now or later.
      ...(stackSetOf(configuration)?.organizationalUnits ?? []).map((unit) => ({
        id: unit,
        name: `every account of ${unit}`,
        regions: stackSetRegions(configuration),
      })),
    ],
    managementAccount: configuration.organization.managementAccount,
    kinds: routedKinds(configuration).map(({ name }) => name),
    organization: configuration.organization.id,
    trail: configuration.trail?.type ?? "create",
    recipients: toldPeople(configuration),
    routes: expectedRoutes(configuration),
    ignored: ignoredOf(configuration),
    untold: untoldEvents(configuration),
    heartbeatHours: heartbeatsOf(configuration)?.hours ?? 0,
    retry: { seconds: retry.maximumEventAgeInSeconds, attempts: retry.maximumRetryAttempts },
    notifications: stackAccounts(configuration).flatMap((account) => {
      const wanted = notificationsOf(configuration, account);
      if (!wanted) return [];
      const { name, hubRegions, aggregation = "NONE", emails, kinds } = wanted;
      return [
        {
          account: account.id,
          name,
          hubRegions,
          aggregation,
          emails: emails.map(({ address }) => address),
          rules: patternsByType(kinds),
        },
      ];
    }),
    guards: guardsOf(configuration),
    existing: existingParts(configuration),
  };
}

/** What the file promises, or undefined where there is none. @throws ConfigurationFileError */
export function expectationsIn(file: string | undefined): Expectations | undefined {
  return file === undefined ? undefined : expectationsOf(loadConfiguration(file));
}
