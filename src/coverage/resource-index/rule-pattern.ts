import {
  compilePattern,
  InvalidEventPatternError,
  parseEventPattern,
  type PatternCondition,
} from "../../aws/eventbridge";
import { repeatedKey } from "../../json/repeated-key";
import {
  isJsonArray,
  ownValue,
  readableJson,
  shownJson,
  type JsonObject,
  type JsonValue,
} from "../../json/value";
import { Cache } from "../../cache";

/** Answers that are kept of one pattern: those of an event in each region of a thousand accounts. */
const KEPT = 20_000;

/** What was seen of an event at a path, and at all paths of a pattern: many patterns look at the same ones. */
const seenOf = new WeakMap<JsonObject, Map<string, string>>();

/**
 * An event pattern that remembers its answers. Events that have the same values where the pattern
 * looks get the same answer, so the samples of thousands of accounts are matched a few times only.
 */
export class RulePattern {
  readonly #answers = new Cache<boolean>(KEPT);
  readonly #compiled;
  /** By their JSON. */
  readonly #paths: ReadonlyMap<string, readonly string[]>;
  readonly #name: string;

  /** @throws InvalidEventPatternError or SyntaxError for a pattern that is not analyzed */
  constructor(json: string) {
    const pattern = readableJson(json);
    const twice = repeatedKey(json);
    if (twice !== undefined) {
      // EventBridge asks for both, where JavaScript keeps the last.
      throw new InvalidEventPatternError(shownJson(twice), "there twice", "a key once");
    }
    this.#compiled = compilePattern(pattern);
    this.#paths = new Map(
      pathsOf(parseEventPattern(pattern)).map((path) => [JSON.stringify(path), path]),
    );
    this.#name = [...this.#paths.keys()].join();
  }

  matches(event: JsonObject): boolean {
    return this.#answers.get(this.#seen(event), () => this.#compiled.matches(event));
  }

  explainMismatch(event: JsonObject): string | undefined {
    return this.#compiled.explainMismatch(event);
  }

  #seen(event: JsonObject): string {
    const known = seenOf.get(event) ?? new Map<string, string>();
    seenOf.set(event, known);
    const all = known.get(this.#name);
    if (all !== undefined) return all;
    const parts: string[] = [];
    for (const [name, path] of this.#paths) {
      const seen = known.get(name) ?? JSON.stringify(seenAt(event, path));
      known.set(name, seen);
      parts.push(seen);
    }
    const seen = parts.join();
    known.set(this.#name, seen);
    return seen;
  }
}

function pathsOf(condition: PatternCondition): readonly (readonly string[])[] {
  return condition.kind === "field" ? [condition.keys] : condition.conditions.flatMap(pathsOf);
}

/** All that a condition at a path can see: the value there, or the whole array on the way. */
function seenAt(event: JsonObject, path: readonly string[]): readonly JsonValue[] {
  let value: JsonValue = event;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return [];
    if (isJsonArray(value)) return [value];
    const next: JsonValue | undefined = ownValue(value, key);
    if (next === undefined) return [];
    value = next;
  }
  return [value];
}
