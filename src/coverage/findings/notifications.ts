import type { ExpectedCoverage } from "../expected-coverage";
import { blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { accountOf, text, type ResourceIndex } from "../resource-index";
import { contactsOf, regionsOf } from "../trace/notifications";
import { notificationPatternFindings } from "./notification-patterns";

/** What keeps AWS User Notifications from notifying its contacts of each sign-in it is there for. */
export function notificationFindings(
  index: ResourceIndex,
  expected: ExpectedCoverage | undefined,
): readonly Finding[] {
  const rules = index.all("aws_notifications_event_rule");
  return [
    ...rules.flatMap((rule) => regionFindings(index, rule, expected)),
    ...notificationPatternFindings(index),
    ...configurationFindings(index, rules),
    ...contactFindings(index),
  ];
}

/** Regions of the configuration; without one, those that forward sign-ins. */
function expectedRegions(
  index: ResourceIndex,
  account: string,
  expected: ExpectedCoverage | undefined,
): readonly string[] {
  if (expected) return expected.accounts.find(({ id }) => id === account)?.regions ?? [];
  return index.keys("aws_cloudwatch_event_rule").flatMap((key) => {
    const [owner, region = "", bus] = key.split("/");
    return owner === account && bus === "default" ? [region] : [];
  });
}

function regionFindings(
  index: ResourceIndex,
  rule: Resource,
  expected: ExpectedCoverage | undefined,
): readonly Finding[] {
  let lost: readonly string[] = [];
  const unknown = blockersOf(() => {
    const covered = regionsOf(rule);
    lost = expectedRegions(index, accountOf(rule), expected).filter(
      (region) => !covered.includes(region),
    );
  });
  if (lost.length === 0) return unknown;
  return [finding("notification-differs", rule, `it leaves out ${[...lost].sort().join(", ")}`)];
}

function configurationFindings(
  index: ResourceIndex,
  rules: readonly Resource[],
): readonly Finding[] {
  const used = new Set(rules.map(({ attributes }) => attributes["notification_configuration_arn"]));

  return index.all("aws_notifications_notification_configuration").flatMap((configuration) => {
    let contacts: readonly Resource[] = [];
    const arn = text(configuration, "arn");
    const unknown = blockersOf(() => (contacts = contactsOf(index, arn)));
    return [
      ...(used.has(arn) ? [] : [finding("unused-resource", configuration, "it has no event rule")]),
      ...unknown,
      ...(contacts.length > 0 || unknown.length > 0
        ? []
        : [finding("recipients-missing", configuration)]),
    ];
  });
}

function contactFindings(index: ResourceIndex): readonly Finding[] {
  const associations = index.all("aws_notifications_channel_association");
  const associated = new Set(associations.map(({ attributes }) => attributes["arn"]));
  return [
    ...index
      .all("aws_notificationscontacts_email_contact")
      .filter(({ attributes }) => !associated.has(attributes["arn"]))
      .map((contact) =>
        finding("unused-resource", contact, "it is associated with no configuration"),
      ),
    ...[...associations, ...index.all("aws_notifications_event_rule")].flatMap((resource) => {
      const { notification_configuration_arn: arn } = resource.attributes;
      const key = typeof arn === "string" ? arn : "";
      if (index.find("aws_notifications_notification_configuration", key).length > 0) return [];
      return [finding("destination-missing", resource, key)];
    }),
  ];
}
