import fc from "fast-check";
import { stackFiles } from "../../src/export/stack-files";
import { isJsonObject } from "../../src/json/value";
import { blow, damaged } from "../hostile/hostile-json";
import { runs } from "../property-runs";
import { everyBlock } from "./every-block";
import { readBack } from "./read-back";

test("whatever a document holds is refused, or said in HCL with blocks of its own sections alone", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(blow, { minLength: 1, maxLength: 3 }), async (blows) => {
      const document = blows.reduce<unknown>(damaged, everyBlock);
      if (!isJsonObject(document)) return;
      let problems = 0;
      const files = stackFiles({ name: "hostile", document }, () => () => problems++);
      if (problems > 0) return;
      const read = await readBack([...files.values()].join("\n"));
      expect(Object.keys(document)).toEqual(expect.arrayContaining(Object.keys(read)));
    }),
    runs(400),
  );
});

test.each([
  ["resource", { aws_sns_topic: "x" }],
  ["resource", { aws_sns_topic: { alerts: ["x"] } }],
  ["output", "x"],
  ["output", { empty: { value: "${}" } }],
  ["output", { blank: { value: { "a ${ ~}": 0 } } }],
  ["locals", ["x"]],
  ["check", { named: "x" }],
  ["check", { named: { data: { aws_region: "x" } } }],
  ["terraform", { backend: "x" }],
  ["terraform", { cloud: { workspaces: "x" } }],
  ["moved", "x"],
])(
  "refuses what is no block in the place of one, and what is no expression: %s %j",
  (section, value) => {
    const problems: string[] = [];
    stackFiles({ name: "hostile", document: { [section]: value } }, () => (problem) => {
      problems.push(problem);
    });
    expect(problems).not.toEqual([]);
  },
);
