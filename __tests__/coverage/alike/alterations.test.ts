import fc from "fast-check";
import type { StackDocument } from "../../../src/coverage";
import { isJsonObject, jsonIn } from "../../../src/json/value";
import { runs } from "../../property-runs";
import { alikeOrganization, compared, judgedOf, MEMBERS } from "./alike-organization";

type Holder = Record<string, unknown>;

/** Where a text or a list stands in a document, and in JSON that a text holds. */
interface Leaf {
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}

function leavesOf(holder: Holder, done: () => void = () => undefined): readonly Leaf[] {
  return Object.entries(holder).flatMap(([name, value]) => {
    const set = (changed: unknown): void => {
      holder[name] = changed;
      done();
    };
    const json = typeof value === "string" && value.startsWith("{") ? jsonIn(value) : undefined;
    if (isJsonObject(json)) {
      return leavesOf(json, () => {
        set(JSON.stringify(json));
      });
    }
    if (typeof value !== "object" || value === null) return [{ value, set }];
    return [...(Array.isArray(value) ? [{ value, set }] : []), ...leavesOf(value as Holder, done)];
  });
}

const [first, second] = MEMBERS;
/** What takes the place of a text: another account, a part of an id, nothing, another text. */
const changes: readonly ((text: string) => unknown)[] = [
  (text) => text.replaceAll(/\d{12}/gu, first),
  (text) => text.replaceAll(/\d{12}/gu, second),
  (text) => text.replaceAll(/\d{12}/gu, "4040*"),
  (text) => text.replaceAll(/\d{12}/gu, "????????0001"),
  (text) => text.replaceAll("*", first),
  (text) => [text, first],
  (text) => [text, second, first],
  (text) => `${text}*`,
  () => undefined,
  () => "",
  () => first,
  () => [...MEMBERS],
  () => [{ prefix: "404" }],
  () => [{ "anything-but": [first, second] }],
  () => [{ "anything-but": [...MEMBERS] }],
];

const judged = judgedOf(alikeOrganization);
const names = judged.stacks.map(({ name }) => name);

/** One change, made to some stacks at the same place. */
const alteration = fc.record({
  stacks: fc.oneof(
    fc.constantFrom(...names).map((name) => [name]),
    fc.subarray(names, { minLength: 1 }),
    fc.constant(MEMBERS.map((id) => `signin-account-${id}`)),
  ),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  change: fc.constantFrom(...changes),
});

function altered(
  stacks: readonly StackDocument[],
  { stacks: which, at, change }: typeof alteration extends fc.Arbitrary<infer T> ? T : never,
): readonly StackDocument[] {
  return stacks.map((stack) => {
    if (!which.includes(stack.name)) return stack;
    const document = structuredClone(stack.document) as Holder;
    const leaves = leavesOf({ resource: document["resource"] });
    const leaf = leaves[Math.floor(at * leaves.length)];
    const text = typeof leaf?.value === "string" ? leaf.value : JSON.stringify(leaf?.value ?? null);
    leaf?.set(change(text));
    return { name: stack.name, document };
  });
}

test("whatever is altered in some stacks is reported as it is when each account is judged by itself", () => {
  let abridged = 0;
  fc.assert(
    fc.property(fc.array(alteration, { minLength: 1, maxLength: 3 }), (alterations) => {
      const stacks = alterations.reduce(altered, judged.stacks);
      const { isSame, isAbridged } = compared({ ...judged, stacks });
      if (isAbridged) abridged++;
      return isSame;
    }),
    { seed: 20_261_127, ...(process.env["MUTANTS"] === "all" ? { numRuns: 3_000 } : runs(40)) },
  );
  expect(abridged).toBeGreaterThan(0);
}, 600_000);
