import { InvalidEventPatternError } from "../../aws/eventbridge";
import {
  archivePattern,
  isOfAnyService,
  patternsByType,
  type AlertKind,
  type EventEnvelope,
} from "../../catalog";
import { canonical } from "../../json/canonical";
import { isJsonObject, jsonIn } from "../../json/value";
import type { ExpectedCoverage } from "../expected-coverage";
import { blocked, blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { kindNamed } from "../kinds";
import { number, optionalText, text, type ResourceIndex } from "../resource-index";
import { ownName } from "../resource-types";

/** What keeps the archive from holding every event that may have to be replayed. */
export function archiveFindings(
  index: ResourceIndex,
  expected: Partial<ExpectedCoverage>,
): readonly Finding[] {
  const { archive, kinds = [], watches = [] } = expected;
  if (archive === undefined) return [];
  const { arn, bus, days } = archive;
  const [found] = index
    .all("aws_cloudwatch_event_archive")
    .filter(({ attributes }) => attributes["arn"] === arn);
  if (days === 0) return found ? [finding("stale-resource", found, arn)] : [];
  if (found === undefined) {
    const [elsewhere] = index
      .all("aws_cloudwatch_event_archive")
      .filter(({ type, attributes }) =>
        arn.endsWith(`:archive/${ownName(type, attributes) ?? ""}`),
      );
    const [hub] = index.find("aws_cloudwatch_event_bus", bus);
    return [finding("archive-missing", elsewhere ?? hub, arn)];
  }
  const used = kinds.flatMap((name) => kindNamed(name, { watches }) ?? []);
  return [
    () => {
      const source = text(found, "event_source_arn");
      if (source !== bus)
        blocked("archive-of-other-bus", found, `it is of ${source}, not of ${bus}`);
    },
    () => {
      // AWS keeps events for ever where the number is 0, which is its default.
      const kept = number(found, "retention_days", found.attributes) ?? 0;
      if (kept !== 0 && !(kept >= days)) {
        blocked("archive-too-short", found, `it keeps them for ${kept} days, it should be ${days}`);
      }
    },
    () => {
      checkPattern(index, found, used);
    },
  ].flatMap(blockersOf);
}

/** An event of each source and detail-type of a kind; of a kind of any service, its sample. */
function eventsOf(kind: AlertKind): readonly Pick<EventEnvelope, "source" | "detail-type">[] {
  const types = patternsByType([kind]).map(({ source, detailType }) => ({
    source,
    "detail-type": detailType,
  }));
  const { source, "detail-type": detailType } = kind.sample;
  return isOfAnyService(kind) ? [...types, { source, "detail-type": detailType }] : types;
}

/** @throws BlockedError for a pattern that leaves out a kind, or of which that cannot be said */
function checkPattern(index: ResourceIndex, archive: Resource, kinds: readonly AlertKind[]): void {
  const json = optionalText(archive, "event_pattern");
  if (json === undefined) return;
  if (index.patternText(json) === canonical(archivePattern(kinds))) return;
  const pattern = jsonIn(json);
  if (!isJsonObject(pattern)) {
    return blocked("archive-incomplete", archive, "its event_pattern is not a JSON object");
  }
  const others = Object.keys(pattern).filter((name) => !/^(?:source|detail-type)$/u.test(name));
  if (others.length > 0) {
    blocked("archive-incomplete", archive, `its event_pattern asks for ${others.join(", ")}`);
  }
  for (const kind of kinds) {
    const left = eventsOf(kind).find((event) => !matches(index, archive, json, event));
    if (left === undefined) continue;
    blocked("archive-incomplete", archive, `${kind.name}: ${left.source} "${left["detail-type"]}"`);
  }
}

function matches(
  index: ResourceIndex,
  archive: Resource,
  json: string,
  event: Pick<EventEnvelope, "source" | "detail-type">,
): boolean {
  try {
    return index.pattern(json).matches({ ...event });
  } catch (error) {
    if (!(error instanceof InvalidEventPatternError)) throw error;
    return blocked("archive-incomplete", archive, `its event_pattern: ${error.message}`);
  }
}
