import { compilePattern, InvalidEventPatternError } from "../../aws/eventbridge";
import type { EventEnvelope } from "../../catalog";
import { canonicalText } from "../../json/canonical";
import { jsonIn } from "../../json/value";
import { expandStackSets, type Inventory } from "../inventory";

/** An event that a pattern is tried with, and what should come of it. */
export interface TriedEvent {
  /** Name of the kind whose sample it is. */
  readonly kind: string;
  readonly event: EventEnvelope;
  /** Absent: the pattern is not analyzed here, and AWS is only asked whether it accepts it. */
  readonly matches?: boolean;
}

/** A generated event pattern, each once however many resources have it. */
export interface PatternTest {
  /** Stack and address of the first resource that has it. */
  readonly resource: string;
  /** How many others have it. */
  readonly others: number;
  readonly pattern: string;
  /** A sample that it should match, if there is one, and one of another kind that it should not. */
  readonly tried: readonly TriedEvent[];
}

/** A sample event and the name of its kind. */
export type Sample = Pick<TriedEvent, "kind" | "event">;

function triedWith(pattern: string, samples: readonly Sample[]): readonly TriedEvent[] {
  try {
    const compiled = compilePattern(jsonIn(pattern));
    const matching = samples.find(({ event }) => compiled.matches({ ...event }));
    const other = samples.find(({ event }) => !compiled.matches({ ...event }));
    return [
      ...(matching ? [{ ...matching, matches: true }] : []),
      ...(other ? [{ ...other, matches: false }] : []),
    ];
  } catch (error) {
    if (!(error instanceof InvalidEventPatternError)) throw error;
    return samples.slice(0, 1);
  }
}

/** Every event pattern of generated Terraform, with sample events that it should match and should not. */
export function patternTestsOf(
  inventory: Inventory,
  samples: readonly Sample[],
): readonly PatternTest[] {
  const tests = new Map<string, PatternTest & { others: number }>();
  for (const { stack, address, attributes } of expandStackSets(inventory).resources) {
    const pattern = attributes["event_pattern"];
    if (typeof pattern !== "string" || pattern === "") continue;
    const key = canonicalText(pattern) ?? pattern;
    const known = tests.get(key);
    if (known) known.others += 1;
    else {
      const tried = triedWith(pattern, samples);
      tests.set(key, { resource: `${stack} ${address}`, others: 0, pattern, tried });
    }
  }
  return [...tests.values()];
}
