import { said } from "../said";
import { problemsOf } from "./one-stack";
import { complaints, regions, reportAfter, SET, STACK, UNIT } from "./stack-set-organization";
import { forwarderTemplate, type MutableTemplate } from "./template";

type Change = (template: MutableTemplate) => void;

const ids = Object.keys(forwarderTemplate().Resources);

function onEach(attributes: object): Change {
  return ({ Resources }) => {
    for (const id of ids) Object.assign(Resources[id] ?? {}, attributes);
  };
}

function withTags(tags: unknown): Change {
  return ({ Resources }) => {
    for (const id of ["Role", "DeadLetters"]) {
      Object.assign(Resources[id]?.Properties ?? {}, { Tags: tags });
    }
  };
}

const outputs = (each: object): Change => {
  return (template) => {
    template["Outputs"] = { Told: each };
  };
};

test.each<readonly [string, Change]>([
  ["what becomes of resources that are deleted", onEach({ DeletionPolicy: "Retain" })],
  ["what becomes of resources that are replaced", onEach({ UpdateReplacePolicy: "Delete" })],
  ["notes", onEach({ Metadata: { "AWS::CloudFormation::Designer": { id: "x" } } })],
  ["tags", withTags([{ Key: "team", Value: "security" }])],
  ["an output", outputs({ Value: { "Fn::GetAtt": ["Forward", "Arn"] }, Description: "the rule" })],
])("a template with %s covers as one without", (_, change) => {
  const report = reportAfter(({ template }) => {
    change(template);
  });
  expect(complaints(report)).toEqual([]);
});

test.each<readonly [string, Change, string]>([
  ["another policy", onEach({ DeletionPolicy: "Snapshot" }), "Resources.Role.DeletionPolicy: "],
  ["tags that are no list", withTags({ team: "security" }), "Tags: it must be a list"],
  ["a tag without a value", withTags([{ Key: "team" }]), "Tags.0: it must have a Key and a Value"],
  [
    "an output of nothing",
    outputs({ Value: { Ref: "Gone" } }),
    "Outputs.Told.Value.Ref: Gone does",
  ],
  ["an output without a value", outputs({}), "Outputs.Told.Value"],
  ["an export", outputs({ Value: "x", Export: { Name: "x" } }), "Outputs.Told.Export is not"],
  [
    "an order in a circle",
    ({ Resources }) => Object.assign(Resources["DeadLetters"] ?? {}, { DependsOn: "Forward" }),
    "Resources: they wait for each other in a circle: ",
  ],
  [
    "a resource that waits for itself",
    ({ Resources }) => Object.assign(Resources["Role"] ?? {}, { DependsOn: ["Role"] }),
    "Resources: they wait for each other in a circle: Role",
  ],
  [
    "references in a circle",
    ({ Resources }) =>
      Object.assign(Resources["Role"]?.Properties ?? {}, {
        Description: { "Fn::GetAtt": ["Forward", "Arn"] },
      }),
    "circle: Role, Forward",
  ],
])("fails on a template with %s", (_, change, said) => {
  const template = forwarderTemplate();
  change(template);
  expect(problemsOf(template).join("\n")).toContain(said);
});

test("where a template is not analyzed, that is the cause of all that its accounts lack", () => {
  const report = reportAfter(({ template }) => {
    template["Moon"] = {};
  });
  const cause = `not-analyzed-template at ${STACK} ${SET}: Moon is not analyzed`;
  const silent = report.heartbeats.filter(({ arrives }) => !arrives);
  const gaps = report.cells.filter(({ covered }) => !covered);
  const shown = ({ rule, resource, detail }: (typeof report.findings)[number]) =>
    `${rule} at ${resource?.stack ?? ""} ${resource?.address ?? ""}: ${detail}`;
  expect(new Set(complaints(report).map(shown))).toEqual(new Set([cause]));
  expect(new Set(silent.map(({ blocker }) => blocker?.rule))).toEqual(
    new Set(["not-analyzed-template"]),
  );
  expect(gaps.some(({ account }) => account === UNIT)).toBe(true);
  expect(new Set(silent.map(({ region }) => region))).toEqual(new Set(regions));
  expect(report.findings.map(said)).toHaveLength(1);
});
