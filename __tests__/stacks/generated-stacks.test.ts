import fc from "fast-check";
import { changesBetween, type GeneratedStacks } from "../../src/stacks/generated-stacks";
import { synthesisSummary } from "../../src/stacks/synthesis-summary";
import { runs } from "../property-runs";

const files = fc
  .dictionary(fc.constantFrom("cdk.tf.json", "assets/a", "assets/b"), fc.constantFrom("1", "2"), {
    minKeys: 1,
  })
  .map((each) => new Map(Object.entries(each)));
const stacks: fc.Arbitrary<GeneratedStacks> = fc
  .dictionary(fc.constantFrom("a", "b", "c", "d"), files)
  .map((each) => new Map(Object.entries(each)));

function applied(before: GeneratedStacks, after: GeneratedStacks): GeneratedStacks {
  const result = new Map([...before].map(([stack, each]) => [stack, new Map(each)]));
  for (const { stack, state, added, changed, removed } of changesBetween(before, after)) {
    const each = result.get(stack) ?? new Map<string, string>();
    for (const file of removed) each.delete(file);
    for (const file of [...added, ...changed]) each.set(file, after.get(stack)?.get(file) ?? "");
    if (state === "removed") result.delete(stack);
    else result.set(stack, each);
  }
  return result;
}

test("what was, with the changes, is what is; and nothing changes between equals", () => {
  fc.assert(
    fc.property(stacks, stacks, (before, after) => {
      expect(applied(before, after)).toEqual(after);
      expect(changesBetween(after, after)).toEqual([]);
    }),
    runs(200),
  );
});

test("a summary of many stacks fits a screen, and says how many are left out", () => {
  const names = Array.from({ length: 300 }, (_, i) => `stack-${String(i).padStart(3, "0")}`);
  const changes = changesBetween(
    new Map(),
    new Map(names.map((name) => [name, new Map([["f", ""]])])),
  );
  const text = synthesisSummary({
    ...{ folder: "cdktf.out/stacks", stacks: names, first: names[0], changes },
    ...{ warnings: [], coverage: undefined, plan: "npm run plan" },
  });
  expect(text).toContain("  … and 281 more\n");
  expect(text.split("\n").length).toBeLessThan(30);
});

test("a name with control characters moves no cursor", () => {
  const name = "a\u001b[2Jb\n";
  const changes = changesBetween(new Map(), new Map([[name, new Map([["f", ""]])]]));
  const text = synthesisSummary({
    ...{ folder: "cdktf.out/stacks", stacks: [], first: name, changes, warnings: [] },
    ...{ coverage: undefined, plan: "npm run plan" },
  });
  expect(text).toContain("\n  a\\u001b[2Jb\\n\n");
  expect(text).not.toContain("\u001b");
});
