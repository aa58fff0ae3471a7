import { grants } from "../../src/permissions";
import { importedTypes } from "../written-types";

const actionsOf = (use: "plan" | "deploy") =>
  [...grants.values()].flatMap((all) => all.flatMap((grant) => grant[use] ?? []));

test("every resource type that the package writes has its calls, and no other has", () => {
  expect([...grants.keys()].sort()).toEqual([...importedTypes()].sort());
});

test("each type is read by a plan, and created, changed or destroyed by a deployment", () => {
  const without = (use: "plan" | "deploy") =>
    [...grants].filter(([, all]) => !all.some((grant) => grant[use])).map(([type]) => type);
  expect([without("plan"), without("deploy")]).toEqual([[], []]);
});

test("what a plan calls reads, and what a deployment calls beside it is written out, never with a wildcard", () => {
  const changes = actionsOf("plan").filter(
    (action) => !/^[a-z0-9-]+:(?:Describe|Get|List)[A-Z]\w+$/u.test(action),
  );
  expect(changes).toEqual([]);
  const open = actionsOf("deploy").filter((action) => !/^[a-z0-9-]+:[A-Z]\w+$/u.test(action));
  expect(open).toEqual([]);
});

test("a role is handed to one service only", () => {
  const handing = [...grants.values()]
    .flat()
    .filter(({ deploy }) => deploy?.includes("iam:PassRole"));
  expect(handing.length).toBeGreaterThan(3);
  for (const { conditions } of handing) {
    expect(conditions).toBeDefined();
  }
});
