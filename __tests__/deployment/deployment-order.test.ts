import { join } from "node:path";
import fc from "fast-check";
import { deploymentOrder } from "../../src/deployment";
import { runs } from "../property-runs";
import { madeRepository, organizationOf, stacksWith } from "./made-manifest";

const { manifest } = madeRepository();

test("the trail comes first, then the hub, then all accounts at once", () => {
  manifest(organizationOf(40));
  const [trail, hub, accounts, ...more] = deploymentOrder("cdktf.out");
  expect(trail?.map(({ name }) => name)).toEqual(["signin-trail"]);
  expect(hub?.map(({ name }) => name)).toEqual(["signin-hub"]);
  expect(accounts).toHaveLength(40);
  expect(accounts?.[0]).toEqual({
    name: "signin-account-100000000000",
    folder: "cdktf.out/stacks/signin-account-100000000000",
    after: ["signin-hub"],
  });
  expect(more).toEqual([]);
});

test("a folder is named from the root of the repository, however it is given", () => {
  manifest(stacksWith({ one: [] }));
  for (const dir of ["cdktf.out", "./cdktf.out", "cdktf.out/", "x/../cdktf.out"]) {
    expect(deploymentOrder(dir)).toEqual([
      [{ name: "one", folder: "cdktf.out/stacks/one", after: [] }],
    ]);
  }
});

/** Stacks that depend on any of those before them. */
const anyStacks = fc
  .array(fc.array(fc.nat({ max: 19 }), { maxLength: 4 }), { minLength: 1, maxLength: 20 })
  .map((lists) =>
    Object.fromEntries(
      lists.map((list, at) => [
        `stack-${at}`,
        list.filter((other) => other < at).map((other) => `stack-${other}`),
      ]),
    ),
  );

test("each stack is deployed once, after all that it depends on", () => {
  fc.assert(
    fc.property(anyStacks, (dependencies) => {
      manifest(stacksWith(dependencies));
      const order = deploymentOrder("cdktf.out");
      const stageOf = new Map(
        order.flatMap((stacks, stage) => stacks.map(({ name }) => [name, stage] as const)),
      );
      expect([...stageOf.keys()].sort()).toEqual(Object.keys(dependencies).sort());
      expect(order.flat()).toHaveLength(stageOf.size);
      for (const [name, others] of Object.entries(dependencies)) {
        for (const other of others) {
          expect(stageOf.get(other)).toBeLessThan(stageOf.get(name) ?? -1);
        }
      }
    }),
    runs(100),
  );
});

test.each<[string, unknown, RegExp]>([
  ["no stack", {}, /it has no stack/u],
  ["no list of stacks", [], /stacks is not an object of stacks/u],
  ["a stack that is no object", { one: 1 }, /stacks is not an object of stacks/u],
  [
    "stacks that wait for each other",
    stacksWith({ a: ["b"], b: ["a"], c: [] }),
    /these stacks wait for each other: a, b/u,
  ],
  ["a stack that is missing", stacksWith({ a: ["b"] }), /"a" depends on "b", which is missing/u],
  ["a name for a shell", stacksWith({ "$(x)": [] }), /has a name that not every engine takes/u],
  [
    "a folder outside",
    { a: { workingDirectory: "../../etc", dependencies: [] } },
    /the workingDirectory of "a" is not a folder within/u,
  ],
])("fails for a manifest with %s", (_, stacks, message) => {
  manifest(stacks);
  expect(() => deploymentOrder("cdktf.out")).toThrow(message);
});

test("fails for everything that is wrong at once", () => {
  manifest(stacksWith({ "a b": [], c: ["d"] }));
  expect(() => deploymentOrder("cdktf.out")).toThrow(/"a b".*"c" depends on "d"/u);
});

test("fails where nothing was generated", () => {
  expect(() => deploymentOrder("cdktf.out")).toThrow(
    /manifest.json does not exist: run `npm run synth` first/u,
  );
});

test.each(["/cdktf.out", "..", "../cdktf.out", join("a", "..", "..")])(
  "fails for %s, which no checkout has",
  (dir) => {
    expect(() => deploymentOrder(dir)).toThrow(/outside of the folder in which the command runs/u);
  },
);
