import type { ExpectedCoverage, ExpectedNotifications } from "../expected-coverage";
import { blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { accountOf, optionalText, text, type ResourceIndex } from "../resource-index";
import { canonical } from "../../json/canonical";
import { contactsOf } from "../trace/notifications";

/** What AWS User Notifications is to notify of by the configuration, and does not. */
export function expectedNotificationFindings(
  index: ResourceIndex,
  expected: ExpectedCoverage | undefined,
): readonly Finding[] {
  return (expected?.notifications ?? []).flatMap((wanted) => {
    const all = inAccount(index, "aws_notifications_notification_configuration", wanted.account);
    const configuration = all.find(({ attributes }) => attributes["name"] === wanted.name);
    if (!configuration) {
      const missing = `the notification configuration ${wanted.name} in account ${wanted.account}`;
      return [finding("destination-missing", all[0], missing)];
    }
    let lost: readonly Finding[] = [];
    const unknown = blockersOf(() => (lost = differences(index, configuration, wanted)));
    return [...unknown, ...lost];
  });
}

function inAccount(index: ResourceIndex, type: string, account: string): readonly Resource[] {
  return index.all(type).filter((resource) => accountOf(resource) === account);
}

function differences(
  index: ResourceIndex,
  configuration: Resource,
  wanted: ExpectedNotifications,
): readonly Finding[] {
  const arn = text(configuration, "arn");
  const contacts = contactsOf(index, arn);
  const notified = contacts.map((contact) => text(contact, "email_address"));
  const aggregation = optionalText(configuration, "aggregation_duration") ?? "NONE";
  const missing = [
    ...missingRules(index, arn, wanted).map((events) =>
      finding("notification-differs", configuration, events),
    ),
    ...wanted.emails
      .filter((address) => !notified.includes(address))
      .map((address) => finding("recipient-not-subscribed", configuration, address)),
    ...(aggregation === wanted.aggregation
      ? []
      : [
          finding(
            "notification-differs",
            configuration,
            `its aggregation is ${aggregation}, the configuration says ${wanted.aggregation}`,
          ),
        ]),
  ];
  const strangers = contacts
    .filter((_, i) => !wanted.emails.some((address) => address === notified[i]))
    .map((contact) =>
      finding("stale-resource", contact, "its address is not in the configuration"),
    );
  return [...missing, ...strangers, ...hubFindings(index, configuration, wanted)];
}

function missingRules(
  index: ResourceIndex,
  arn: string,
  { rules }: ExpectedNotifications,
): readonly string[] {
  const given = index
    .all("aws_notifications_event_rule")
    .filter(({ attributes }) => attributes["notification_configuration_arn"] === arn)
    .map((rule) => {
      const pattern = optionalText(rule, "event_pattern");
      const taken = pattern === undefined ? undefined : index.patternText(pattern);
      return [text(rule, "source"), text(rule, "event_type"), taken].join(" ");
    });
  return rules
    .filter(({ source, detailType, pattern }) => {
      const wanted = [source, detailType, pattern && canonical(pattern)].join(" ");
      return !given.includes(wanted);
    })
    .map(
      ({ source, detailType }) =>
        `no rule is for ${source} "${detailType}", as the configuration asks for`,
    );
}

function hubFindings(
  index: ResourceIndex,
  configuration: Resource,
  { account, hubRegions }: ExpectedNotifications,
): readonly Finding[] {
  // Without regions the account has hubs already.
  if (hubRegions.length === 0) return [];
  const hubs = inAccount(index, "aws_notifications_notification_hub", account);
  const regions = hubs.map(({ attributes }) => attributes["notification_hub_region"]);
  const others = hubs.filter((_, i) => !hubRegions.some((region) => region === regions[i]));
  return [
    ...hubRegions
      .filter((region) => !regions.includes(region))
      .map((region) =>
        finding("notification-differs", configuration, `no notification hub in ${region}`),
      ),
    ...others.map((hub) =>
      finding(
        "notification-differs",
        hub,
        `the configuration has hubs in ${hubRegions.join(", ")} only`,
      ),
    ),
  ];
}
