import type { ExpectedCoverage } from "../expected-coverage";
import type { Resource } from "../inventory";
import { accountOf, stopsOf, text, type Network } from "../network";
import { stationAt } from "../station";
import { contactsOf, regionsOf } from "../trace/notifications";
import type { Stop } from "../trace-result";
import { notificationPatternFindings } from "./notification-patterns";

/** What keeps AWS User Notifications from telling somebody of each sign-in it is there for. */
export function notificationFindings(
  network: Network,
  expected: ExpectedCoverage | undefined,
): readonly Stop[] {
  const rules = network.all("aws_notifications_event_rule");
  return [
    ...rules.flatMap((rule) => regionFindings(network, rule, expected)),
    ...notificationPatternFindings(network),
    ...configurationFindings(network, rules),
    ...contactFindings(network),
  ];
}

/** Regions of the configuration; without one, those that forward sign-ins. */
function expectedRegions(
  network: Network,
  account: string,
  expected: ExpectedCoverage | undefined,
): readonly string[] {
  if (expected) return expected.accounts.find(({ id }) => id === account)?.regions ?? [];
  return network.keys("aws_cloudwatch_event_rule").flatMap((key) => {
    const [owner, region = "", bus] = key.split("/");
    return owner === account && bus === "default" ? [region] : [];
  });
}

function regionFindings(
  network: Network,
  rule: Resource,
  expected: ExpectedCoverage | undefined,
): readonly Stop[] {
  let lost: readonly string[] = [];
  const unknown = stopsOf(() => {
    const covered = regionsOf(rule);
    lost = expectedRegions(network, accountOf(rule), expected).filter(
      (region) => !covered.includes(region),
    );
  });
  if (lost.length === 0) return unknown;
  return [stationAt("notification rule", rule, `it leaves out ${[...lost].sort().join(", ")}`)];
}

function configurationFindings(network: Network, rules: readonly Resource[]): readonly Stop[] {
  const used = new Set(rules.map(({ attributes }) => attributes["notification_configuration_arn"]));
  const name = "notification configuration";
  return network.all("aws_notifications_notification_configuration").flatMap((configuration) => {
    let contacts: readonly Resource[] = [];
    const arn = text(configuration, "arn");
    const unknown = stopsOf(() => (contacts = contactsOf(network, arn)));
    return [
      ...(used.has(arn) ? [] : [stationAt(name, configuration, "it has no event rule")]),
      ...unknown,
      ...(contacts.length > 0 || unknown.length > 0
        ? []
        : [stationAt(name, configuration, "no contact is associated with it: nobody is told")]),
    ];
  });
}

function contactFindings(network: Network): readonly Stop[] {
  const associations = network.all("aws_notifications_channel_association");
  const told = new Set(associations.map(({ attributes }) => attributes["arn"]));
  return [
    ...network
      .all("aws_notificationscontacts_email_contact")
      .filter(({ attributes }) => !told.has(attributes["arn"]))
      .map((contact) =>
        stationAt("notification contact", contact, "it is associated with no configuration"),
      ),
    ...[...associations, ...network.all("aws_notifications_event_rule")].flatMap((resource) => {
      const { notification_configuration_arn: arn } = resource.attributes;
      const key = typeof arn === "string" ? arn : "";
      if (network.find("aws_notifications_notification_configuration", key).length > 0) return [];
      return [stationAt("notification configuration", resource, `there is none such: ${key}`)];
    }),
  ];
}
