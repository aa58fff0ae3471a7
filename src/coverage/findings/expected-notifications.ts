import type { ExpectedCoverage, ExpectedNotifications } from "../expected-coverage";
import type { Resource } from "../inventory";
import { accountOf, optionalText, stopsOf, text, type Network } from "../network";
import { canonical } from "../../json/canonical";
import { stationAt } from "../station";
import { contactsOf } from "../trace/notifications";
import type { Stop } from "../trace-result";

const NAME = "notification configuration";

/** What AWS User Notifications is to tell by the configuration, and does not. */
export function expectedNotificationFindings(
  network: Network,
  expected: ExpectedCoverage | undefined,
): readonly Stop[] {
  return (expected?.notifications ?? []).flatMap((wanted) => {
    const all = inAccount(network, "notification_configuration", wanted.account);
    const configuration = all.find(({ attributes }) => attributes["name"] === wanted.name);
    if (!configuration) {
      const reason = `account ${wanted.account} has none of the name ${wanted.name}: AWS User Notifications tells nobody there`;
      return [stationAt(NAME, all[0], reason)];
    }
    let lost: readonly Stop[] = [];
    const unknown = stopsOf(() => (lost = differences(network, configuration, wanted)));
    return [...unknown, ...lost];
  });
}

function inAccount(network: Network, type: string, account: string): readonly Resource[] {
  return network
    .all(`aws_notifications_${type}`)
    .filter((resource) => accountOf(resource) === account);
}

function differences(
  network: Network,
  configuration: Resource,
  wanted: ExpectedNotifications,
): readonly Stop[] {
  const arn = text(configuration, "arn");
  const contacts = contactsOf(network, arn);
  const told = contacts.map((contact) => text(contact, "email_address"));
  const aggregation = optionalText(configuration, "aggregation_duration") ?? "NONE";
  const missing = [
    ...missingRules(network, arn, wanted),
    ...wanted.emails
      .filter((address) => !told.includes(address))
      .map((address) => `${address} is not told`),
    ...(aggregation === wanted.aggregation
      ? []
      : [`its aggregation is ${aggregation}, the configuration says ${wanted.aggregation}`]),
  ].map((reason) => stationAt(NAME, configuration, reason));
  const strangers = contacts
    .filter((_, i) => !wanted.emails.some((address) => address === told[i]))
    .map((contact) =>
      stationAt("notification contact", contact, "its address is not in the configuration"),
    );
  return [...missing, ...strangers, ...hubFindings(network, configuration, wanted)];
}

function missingRules(
  network: Network,
  arn: string,
  { rules }: ExpectedNotifications,
): readonly string[] {
  const given = network
    .all("aws_notifications_event_rule")
    .filter(({ attributes }) => attributes["notification_configuration_arn"] === arn)
    .map((rule) => {
      const pattern = optionalText(rule, "event_pattern");
      const taken = pattern === undefined ? undefined : network.patternText(pattern);
      return [text(rule, "source"), text(rule, "event_type"), taken].join(" ");
    });
  return rules
    .filter(({ source, detailType, pattern }) => {
      const wanted = [source, detailType, pattern && canonical(pattern)].join(" ");
      return !given.includes(wanted);
    })
    .map(
      ({ source, detailType }) =>
        `no rule takes the events "${detailType}" of ${source} that the configuration asks for`,
    );
}

function hubFindings(
  network: Network,
  configuration: Resource,
  { account, hubRegions }: ExpectedNotifications,
): readonly Stop[] {
  // Without regions the account has hubs already.
  if (hubRegions.length === 0) return [];
  const hubs = inAccount(network, "notification_hub", account);
  const regions = hubs.map(({ attributes }) => attributes["notification_hub_region"]);
  const others = hubs.filter((_, i) => !hubRegions.some((region) => region === regions[i]));
  return [
    ...hubRegions
      .filter((region) => !regions.includes(region))
      .map((region) =>
        stationAt(NAME, configuration, `the account has no notification hub in ${region}`),
      ),
    ...others.map((hub) =>
      stationAt(
        "notification hub",
        hub,
        `the configuration has none in its region, but in: ${hubRegions.join(", ")}`,
      ),
    ),
  ];
}
