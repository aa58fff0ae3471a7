import type { Resource } from "../../../src/coverage";
import { requireSelector, recordsMessagesTo } from "../../../src/coverage/trace/trail-selectors";
import { blockersOf } from "../../../src/coverage/finding";

type Field = Readonly<Record<string, string | readonly string[]>>;

function trail(...fields: readonly Field[]): Resource {
  return {
    stack: "s",
    address: "aws_cloudtrail.t",
    type: "aws_cloudtrail",
    account: "111111111111",
    region: "eu-central-1",
    attributes: { advanced_event_selector: [{ field_selector: fields }] },
  };
}

const management = { field: "eventCategory", equals: ["Management"] };
const logsWrites = (...fields: readonly Field[]): boolean =>
  blockersOf(() => {
    requireSelector(trail(...fields), { readOnly: false, source: "signin.amazonaws.com" });
  }).length === 0;

test("events that write are logged without a word on readOnly, or with one for them", () => {
  expect(logsWrites(management)).toBe(true);
  expect(logsWrites(management, { field: "readOnly", equals: ["false"] })).toBe(true);
  expect(logsWrites(management, { field: "readOnly", not_equals: ["true"] })).toBe(true);
  expect(logsWrites(management, { field: "readOnly", equals: ["false"], not_equals: [] })).toBe(
    true,
  );
});

test.each<[string, readonly Field[]]>([
  ["that leaves the category out", [{ ...management, not_equals: ["Management"] }]],
  ["that leaves out what it takes", [management, { field: "readOnly", not_equals: ["false"] }]],
  [
    "that takes and leaves out",
    [management, { field: "readOnly", equals: ["true", "false"], not_equals: ["false"] }],
  ],
  [
    "that has a field twice",
    [management, { field: "readOnly", equals: ["true"] }, { field: "readOnly", equals: ["false"] }],
  ],
  ["that leaves out by the beginning", [management, { field: "readOnly", not_starts_with: ["f"] }]],
  ["that leaves out by the end", [management, { field: "readOnly", not_ends_with: ["e"] }]],
])("a selector %s logs no events that write", (_, fields) => {
  expect(logsWrites(...fields)).toBe(false);
});

const letters: readonly Field[] = [
  { field: "eventCategory", equals: ["Data"] },
  { field: "resources.type", equals: ["AWS::SQS::Queue"] },
  { field: "eventName", equals: ["SendMessage"] },
  { field: "resources.ARN", ends_with: [":letters"] },
];

test("what is sent to queues is recorded by a selector that says so and no more", () => {
  expect(recordsMessagesTo(trail(...letters), "letters")).toBe(true);
  expect(recordsMessagesTo(trail(...letters, { ...letters[0], field: "x" }), "letters")).toBe(
    false,
  );
});

test.each(["not_equals", "starts_with", "not_starts_with", "not_ends_with"])(
  "a selector that has %s beside is not taken for one that records dead letters",
  (operator) => {
    for (const changed of letters) {
      const fields = letters.map((field) =>
        field === changed ? { ...field, [operator]: ["x"] } : field,
      );
      expect(recordsMessagesTo(trail(...fields), "letters")).toBe(false);
    }
  },
);
