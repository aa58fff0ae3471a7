import type { JsonStep } from "../../json/path";
import { InvalidFilterPatternError, unexpected } from "./errors";
import type { PatternReader } from "./pattern-reader";

const NAMES = "a name of letters, digits, '-' and '_', or a name in brackets such as ['a.b']";

/**
 * Reads a property selector: `$.a.b`, `$.a[0].b`, `$.['a.b']`. A name outside brackets is letters,
 * digits, `-` and `_`; an index follows a name.
 *
 * Wildcard selectors (`$.*`, `$.a[*]`) are refused: AWS does not say what `!=` and `NOT EXISTS` ask
 * of several fields.
 *
 * @throws InvalidFilterPatternError for any other form
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/matching-terms-json-log-events.html
 */
export function parseSelector(reader: PatternReader): readonly JsonStep[] {
  if (!reader.rest.startsWith("$.")) throw unexpected(reader, "( or a selector such as $.a.b");
  reader.take("$");
  const steps: JsonStep[] = [];
  while (reader.take(".")) {
    steps.push(parseName(reader));
    while (reader.rest.startsWith("[")) steps.push(parseIndex(reader));
  }
  return steps;
}

function parseName(reader: PatternReader): string {
  refuseWildcard(reader, "*");
  const name = reader.match(/[A-Za-z0-9_-]+/y);
  if (name !== undefined) return name;
  // An escape of the quote is in no page of AWS, and an asterisk may be a wildcard.
  const bracketed = reader.match(/\['[^'\\*\p{Cc}]+'\]/uy);
  if (bracketed === undefined) throw unexpected(reader, NAMES);
  return bracketed.slice("['".length, -"']".length);
}

function parseIndex(reader: PatternReader): number {
  refuseWildcard(reader, "[*]");
  const index = reader.match(/\[(?:0|[1-9][0-9]{0,8})\]/y);
  if (index === undefined) throw unexpected(reader, "an index such as [0]");
  return Number(index.slice(1, -1));
}

function refuseWildcard(reader: PatternReader, sign: string): void {
  if (!reader.rest.startsWith(sign)) return;
  const found = `the wildcard selector '${sign}'`;
  throw new InvalidFilterPatternError(reader.offset, found, "a name, an index such as [0]");
}
