import fc from "fast-check";
import { isJsonObject } from "../../src/json/value";

/** Names that JavaScript gives to each object, and what else a table of names may fall over. */
const names = [
  ...["constructor", "__proto__", "toString", "valueOf", "hasOwnProperty", "prototype", "length"],
  ...["", "0", "//", "count", "for_each", "dynamic", "provider", "alias", "moved", "each", "$or"],
  ...["Statement", "Condition", "Ref", "Fn::Sub", "prefix", "anything-but", "exists", "numeric"],
];

const texts = [
  ...["${", "${}", "%{if x}", "${local.constructor}", "${each.value}", "${count.index}"],
  ...["${aws_sns_topic.constructor.toString}", "${data.aws_region.constructor.name}", "$${a}"],
  ...["arn:aws:sns:::", "arn:aws:sns:eu-central-1:111111111111:", ":::::::", "*", "*?".repeat(24)],
  ...["\u0000", "\u202Eevil", "\uD800", "\u009B31m", "<b>", "@everyone", "a\nb", "`".repeat(9)],
  ...["{", "[".repeat(500), "(".repeat(500), '{"a":'.repeat(200), "{ $.a = 1 }", "rate(1 day)"],
  ...["111111111111", "us-east-1", "x".repeat(10_000), "${".repeat(500), '${"'.repeat(200)],
];

function nested(levels: number): unknown {
  return levels === 0 ? "x" : [nested(levels - 1)];
}

const leaves = [
  ...[null, true, false, 0, -1, 1.5, 1e308, 4_294_967_296, 1_000_000, [], {}, [[]], [{}], [null]],
  // As JSON brings it: an own key, which an object written in a program would not have.
  ...[JSON.parse('{"__proto__": null}') as unknown, { "": {} }, nested(300)],
];

const key = fc.oneof(fc.constantFrom(...names), fc.string());

/** Any JSON, mostly such as a program may fall over. */
const hostileJson: fc.Arbitrary<unknown> = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    { weight: 3, arbitrary: fc.constantFrom(...names, ...texts, ...leaves) },
    { weight: 1, arbitrary: fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.integer()) },
    { weight: 1, arbitrary: fc.array(tie("any"), { maxLength: 3 }) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.tuple(key, tie("any")), { maxLength: 3 })
        .map((entries) => Object.fromEntries(entries) as unknown),
    },
  ),
})).any;

/** What becomes of one place of a document: another value, or another name with the same value. */
export type Damage = { readonly value: unknown } | { readonly name: string };

/** Where it happens, as shares of what there is, and whether JSON in a text is a place as well. */
export interface Blow {
  readonly where: number;
  readonly inside: number;
  readonly damage: Damage;
}

export const blow: fc.Arbitrary<Blow> = fc.record({
  where: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  inside: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  damage: fc.oneof(
    { weight: 3, arbitrary: hostileJson.map((value): Damage => ({ value })) },
    { weight: 1, arbitrary: fc.constantFrom(...names).map((name): Damage => ({ name })) },
  ),
});

/** JSON with one place of it damaged; the texts that hold JSON have places of their own. */
export function damaged(json: unknown, { where, inside, damage }: Blow): unknown {
  const total = placesIn(json);
  let left = Math.floor(where * total);
  const visit = (value: unknown): unknown => {
    if (left-- === 0) return hit(value, inside, damage);
    if (Array.isArray(value)) return value.map(visit);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => {
        const renames = left === 0 && "name" in damage;
        const made = visit(each);
        return [renames ? damage.name : name, made];
      }),
    );
  };
  return visit(json);
}

function hit(value: unknown, inside: number, damage: Damage): unknown {
  const within = typeof value === "string" && inside < 0.7 ? jsonObjectIn(value) : undefined;
  if (within !== undefined) {
    return JSON.stringify(damaged(within, { where: inside / 0.7, inside: 1, damage }));
  }
  return "value" in damage ? damage.value : value;
}

function jsonObjectIn(text: string): object | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isJsonObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function placesIn(json: unknown): number {
  if (typeof json !== "object" || json === null) return 1;
  return Object.values(json).reduce((sum: number, each) => sum + placesIn(each), 1);
}
