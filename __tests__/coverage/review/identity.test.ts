import fc from "fast-check";
import { inventoryOfStacks, type StackDocument } from "../../../src/coverage";
import { runs } from "../../property-runs";
import { sampleReport, smallOrganization } from "../report/sample-report";
import { stacksOf } from "../small-organization";
import { reviewed, type Reviewed } from "./review-of";

type Resources = Readonly<Record<string, Readonly<Record<string, object>>>>;

const stacks = stacksOf();
const coverage = sampleReport(smallOrganization);

function resourcesOf({ document }: StackDocument): Resources {
  // Edge: cdktf wrote them.
  return document["resource"] as Resources;
}

const addresses = stacks.flatMap((stack) =>
  Object.entries(resourcesOf(stack)).flatMap(([type, named]) =>
    Object.keys(named).map((name) => ({ stack: stack.name, type, name })),
  ),
);

function reviewOf(head: readonly StackDocument[]): Reviewed {
  const [before, after] = [stacks, head].map((each) => ({
    coverage,
    inventory: inventoryOfStacks(each),
  }));
  if (!before || !after) throw new Error("there are two versions");
  return reviewed(before, after);
}

type Address = (typeof addresses)[number];

const renamed = (name: string) => `Renamed_${name}`;

/** The stacks with these resources at other addresses, what refers to them included. */
function withRenamed(chosen: readonly Address[], isMoved: boolean): readonly StackDocument[] {
  return stacks.map((stack) => {
    const own = chosen.filter((each) => each.stack === stack.name);
    const text = own.reduce(
      (written, { name }) =>
        written.replaceAll(new RegExp(`(?<![\\w-])${name}(?![\\w-])`, "gu"), renamed(name)),
      JSON.stringify(stack.document),
    );
    const moved = own.map(({ type, name }) => ({
      from: `${type}.${name}`,
      to: `${type}.${renamed(name)}`,
    }));
    const document = JSON.parse(text) as StackDocument["document"];
    return { ...stack, document: isMoved && moved.length > 0 ? { ...document, moved } : document };
  });
}

const someAddresses = fc.uniqueArray(fc.constantFrom(...addresses), {
  minLength: 1,
  maxLength: 6,
  selector: ({ stack, name }) => `${stack} ${name}`,
});

test("the order of stacks and resources does not matter", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...stacks], { minLength: stacks.length }), (shuffled) => {
      const head = shuffled.map((stack) => ({
        ...stack,
        document: {
          ...stack.document,
          resource: Object.fromEntries(
            Object.entries(resourcesOf(stack))
              .reverse()
              .map(([type, named]) => [type, Object.fromEntries(Object.entries(named).reverse())]),
          ),
        },
      }));
      const { review, harmless } = reviewOf(head);
      expect([review.losses, review.others]).toEqual([[], []]);
      expect(harmless).toBe(true);
    }),
    runs(8),
  );
});

test("resources that blocks move to other addresses are the same", () => {
  fc.assert(
    fc.property(someAddresses, (chosen) => {
      const { review, harmless } = reviewOf(withRenamed(chosen, true));
      expect(review.losses).toEqual([]);
      expect(harmless).toBe(true);
    }),
    runs(15),
  );
});

test("resources at other addresses, which no block moves, are lost each", () => {
  fc.assert(
    fc.property(someAddresses, (chosen) => {
      const { review, harmless } = reviewOf(withRenamed(chosen, false));
      const lost = new Set(review.losses.map(({ plan, address }) => `${plan} ${address}`));
      for (const { stack, type, name } of chosen)
        expect(lost).toContain(`${stack} ${type}.${name}`);
      expect(harmless).toBe(false);
    }),
    runs(15),
  );
});

test("any resource that goes is a loss", () => {
  fc.assert(
    fc.property(someAddresses, (chosen) => {
      const head = stacks.map((stack) => ({
        ...stack,
        document: {
          ...stack.document,
          resource: Object.fromEntries(
            Object.entries(resourcesOf(stack)).map(([type, named]) => [
              type,
              Object.fromEntries(
                Object.entries(named).filter(
                  ([name]) =>
                    !chosen.some(
                      (each) =>
                        each.stack === stack.name && each.type === type && each.name === name,
                    ),
                ),
              ),
            ]),
          ),
        },
      }));
      const { review, harmless } = reviewOf(head);
      const lost = new Set(review.losses.map(({ plan, address }) => `${plan} ${address}`));
      for (const { stack, type, name } of chosen)
        expect(lost).toContain(`${stack} ${type}.${name}`);
      expect(harmless).toBe(false);
    }),
    runs(15),
  );
});

test("a resource that gets a count is the same", () => {
  const head = stacks.map((stack) => ({
    ...stack,
    document: {
      ...stack.document,
      resource: Object.fromEntries(
        Object.entries(resourcesOf(stack)).map(([type, named]) => [
          type,
          type === "aws_cloudwatch_query_definition"
            ? Object.fromEntries(
                Object.entries(named).map(([name, body]) => [name, { ...body, count: 1 }]),
              )
            : named,
        ]),
      ),
    },
  }));
  expect(reviewOf(head).review.losses).toEqual([]);
});
