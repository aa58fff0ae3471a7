import { partitionOfRegion } from "../../aws/regions";
import {
  catalog,
  patternsByType,
  placeSample,
  type AlertKind,
  type TypedPattern,
} from "../../catalog";
import { Cache } from "../../cache";
import { blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { accountOf, optionalText, text, type ResourceIndex } from "../resource-index";
import { canonical } from "../../json/canonical";
import { regionsOf } from "../trace/notifications";

const typesOf = new Cache<readonly TypedPattern[]>(100);

/**
 * Samples prove single events; that a configuration takes every event of its kinds follows only from
 * the catalog's own patterns.
 */
export function notificationPatternFindings(index: ResourceIndex): readonly Finding[] {
  const rules = index.all("aws_notifications_event_rule");
  return index.all("aws_notifications_notification_configuration").flatMap((configuration) => {
    const own = rules.filter(
      ({ attributes }) =>
        attributes["notification_configuration_arn"] === text(configuration, "arn"),
    );
    const kinds = catalog.filter((kind) => own.some((rule) => takesSample(index, rule, kind)));
    const wanted = new Map(
      typesOf
        .get(kinds.map(({ name }) => name).join(), () => patternsByType(kinds))
        .map(({ source, detailType, pattern }) => [
          typeOf(source, detailType),
          pattern && canonical(pattern),
        ]),
    );
    const given = new Set<string>();
    const wrong: Resource[] = [];
    for (const rule of own) {
      // What cannot be read stops the event.
      blockersOf(() => {
        const type = typeOf(text(rule, "source"), text(rule, "event_type"));
        given.add(type);
        const pattern = optionalText(rule, "event_pattern");
        const found = pattern === undefined ? undefined : (index.patternText(pattern) ?? "");
        if (!wanted.has(type) || wanted.get(type) !== found) wrong.push(rule);
      });
    }
    return [
      ...wrong.map((rule) =>
        finding("notification-differs", rule, "its event_pattern is not the catalog's"),
      ),
      ...[...wanted.keys()]
        .filter((type) => !given.has(type))
        .map((type) =>
          finding(
            "notification-differs",
            configuration,
            `no rule is for ${type}, which some events of its kinds are`,
          ),
        ),
    ];
  });
}

function typeOf(source: string, detailType: string): string {
  return `${source} "${detailType}"`;
}

function takesSample(index: ResourceIndex, rule: Resource, { sample }: AlertKind): boolean {
  let takes = false;
  blockersOf(() => {
    if (text(rule, "source") !== sample.source) return;
    if (text(rule, "event_type") !== sample["detail-type"]) return;
    const pattern = optionalText(rule, "event_pattern");
    const region = regionsOf(rule)[0] ?? "";
    const partition = partitionOfRegion(region);
    const event = placeSample(sample, { account: accountOf(rule), region, partition });
    takes = pattern === undefined || matches(index, pattern, event);
  });
  return takes;
}

function matches(
  index: ResourceIndex,
  pattern: string,
  event: ReturnType<typeof placeSample>,
): boolean {
  try {
    return index.pattern(pattern).matches({ ...event });
  } catch {
    // The event that needs the pattern says what is wrong with it.
    return false;
  }
}
