import { busLogTypes } from "../../guards";
import type { ExpectedCoverage } from "../expected-coverage";
import { blocked, blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import {
  accountOf,
  block,
  isSamePlace,
  keyOf,
  number,
  optionalText,
  placeOf,
  policiesOf,
  requireAllowed,
  text,
  type ResourceIndex,
} from "../resource-index";
import { requireGroupKey } from "../trace/access";
import { ownName } from "../resource-types";

type BusLogs = NonNullable<ExpectedCoverage["busLogs"]>;

/** Levels that write each delivery and each failure. */
const levels: ReadonlySet<string | undefined> = new Set(["INFO", "TRACE"]);

/** What keeps the event bus from saying whether an alert was delivered, or lets it say too much. */
export function busLogFindings(
  index: ResourceIndex,
  { busLogs }: Partial<ExpectedCoverage>,
): readonly Finding[] {
  if (busLogs === undefined) return [];
  const [group] = index.find("aws_cloudwatch_log_group", busLogs.logGroup);
  if (busLogs.days === 0) return group ? [finding("stale-resource", group, busLogs.logGroup)] : [];
  const [bus] = index.find("aws_cloudwatch_event_bus", busLogs.bus);
  // A bus that is missing is found for itself.
  if (bus === undefined) return [];
  if (group === undefined) {
    const [elsewhere] = index
      .all("aws_cloudwatch_log_group")
      .filter(({ type, attributes }) =>
        busLogs.logGroup.endsWith(`:log-group:${ownName(type, attributes) ?? ""}`),
      );
    return [finding("bus-logs-missing", elsewhere ?? bus, busLogs.logGroup)];
  }
  return [
    () => {
      checkLevel(bus);
    },
    () => {
      checkRetention(group, busLogs.days);
    },
    () => {
      requireGroupKey(index, group, busLogs.logGroup);
    },
    ...busLogTypes.map((type) => () => {
      checkDelivery(index, bus, group, type, busLogs);
    }),
  ].flatMap(blockersOf);
}

function checkLevel(bus: Resource): void {
  const config = block(bus, "log_config") ?? {};
  if (optionalText(bus, "include_detail", config) === "FULL") {
    blocked("bus-logs-detail", bus, "its include_detail is FULL");
  }
  const level = optionalText(bus, "level", config);
  if (!levels.has(level)) {
    blocked("bus-logs-missing", bus, `its level is ${level ?? "OFF"}, it should be INFO`);
  }
}

function checkRetention(group: Resource, days: number): void {
  // CloudWatch Logs keeps events for ever where no number is given.
  const kept = number(group, "retention_in_days", group.attributes) ?? 0;
  if (kept !== 0 && !(kept >= days)) {
    blocked("bus-logs-too-short", group, `it keeps them for ${kept} days, it should be ${days}`);
  }
}

/** @throws BlockedError where one sort of record does not get into the log group */
function checkDelivery(
  index: ResourceIndex,
  bus: Resource,
  group: Resource,
  type: string,
  { bus: busArn, logGroup }: BusLogs,
): void {
  const source = sourceOf(index, bus, type, busArn);
  requireDelivered(index, source, group, `${type} of ${busArn}`);
  for (const action of ["logs:CreateLogStream", "logs:PutLogEvents"]) {
    requireAllowed(index, "bus-logs-denied", group, policiesOf(index, group), {
      kind: "log delivery to log group",
      principal: { service: "delivery.logs.amazonaws.com" },
      action,
      // The service names the stream.
      resource: `${logGroup}:log-stream:`,
      isResourceOpen: true,
      source: text(source, "arn"),
      sourceAccount: accountOf(source),
    });
  }
}

/** What hands on one sort of record of the bus. @throws BlockedError at what may have been meant, else at the bus */
function sourceOf(index: ResourceIndex, bus: Resource, type: string, busArn: string): Resource {
  const all = index.all("aws_cloudwatch_log_delivery_source");
  const sources = all.filter(({ attributes }) => attributes["resource_arn"] === busArn);
  const found = sources.find(({ attributes }) => attributes["log_type"] === type);
  if (found && isSamePlace(placeOf(found), placeOf(bus))) return found;
  const isWanted = (other: unknown) => busLogTypes.some((wanted) => wanted === other);
  const meant =
    found ??
    sources.find(({ attributes }) => !isWanted(attributes["log_type"])) ??
    all.find(({ stack, attributes }) => stack === bus.stack && attributes["log_type"] === type);
  return blocked(
    "bus-logs-missing",
    meant ?? bus,
    `${type} of ${busArn}: no delivery source beside it`,
  );
}

/** @throws BlockedError at the first part of a delivery that does not lead to the log group */
function requireDelivered(
  index: ResourceIndex,
  source: Resource,
  group: Resource,
  what: string,
): void {
  const deliveries = index.find("aws_cloudwatch_log_delivery", keyOf(source, "{place}/{name}"));
  const [delivery] = deliveries;
  if (delivery === undefined) {
    const sources = index.owners("aws_cloudwatch_log_delivery_source");
    const astray = index
      .all("aws_cloudwatch_log_delivery")
      .find(
        (each) =>
          each.stack === source.stack &&
          !sources.has(keyOf(each, "{place}/{delivery_source_name}")),
      );
    return blocked("bus-logs-missing", astray ?? source, `${what}: no delivery`);
  }
  const destinations = deliveries.flatMap((each) =>
    index.find("aws_cloudwatch_log_delivery_destination", text(each, "delivery_destination_arn")),
  );
  const [destination] = destinations;
  if (destination === undefined) {
    const arn = text(delivery, "delivery_destination_arn");
    return blocked("bus-logs-missing", delivery, `${what}: ${arn} does not exist`);
  }
  if (destinations.some((each) => isAt(each, group))) return;
  blocked("bus-logs-missing", destination, `${what}: it should be at ${text(group, "arn")}`);
}

/** Whether a destination stands for a log group; AWS accepts one of the same account and region alone. */
function isAt(destination: Resource, group: Resource): boolean {
  const configuration = block(destination, "delivery_destination_configuration") ?? {};
  const arn = optionalText(destination, "destination_resource_arn", configuration);
  return (
    arn?.replace(/:\*$/u, "") === text(group, "arn") &&
    isSamePlace(placeOf(destination), placeOf(group))
  );
}
