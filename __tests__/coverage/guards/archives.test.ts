import { after, foundIn, plain, type Change } from "../every-rule/raise";
import { expected, stacksOf, HUB_REGION, HUB } from "../small-organization";

const TYPE = "aws_cloudwatch_event_archive";
const changed = (change: Change) =>
  foundIn(after(TYPE, /./, change)).map(({ rule, detail }) => [rule, detail]);

test("the archive that is generated has no finding", () => {
  expect(foundIn(plain)).toEqual([]);
});

test.each([
  ["longer", { retention_days: 91 }],
  ["for ever", { retention_days: 0 }],
  ["for ever, as AWS does where nothing is said", { retention_days: null }],
  ["all events", { event_pattern: null }],
  ["sign-ins in a pattern of its own words", { event_pattern: '{"detail-type":[{"prefix":""}]}' }],
])("an archive that keeps events %s is as good", (_, change) => {
  expect(changed(change)).toEqual([]);
});

test.each([
  [
    "keeps one source only",
    { event_pattern: '{"source":["aws.signin"]}' },
    "archive-incomplete",
    /^\S+: aws\.\w+ "/,
  ],
  [
    "asks for more than source and detail-type",
    { event_pattern: '{"detail-type":[{"prefix":""}],"account":["222222222222"]}' },
    "archive-incomplete",
    /asks for account$/,
  ],
  [
    "has a longer pattern than EventBridge takes",
    {
      event_pattern: JSON.stringify({
        source: [{ prefix: "" }, ...Array.from({ length: 1400 }, () => "x")],
        "detail-type": [{ prefix: "" }],
      }),
    },
    "terraform-refuses",
    /event_pattern must be at most 4096 characters/,
  ],
  ["has a text for a pattern", { event_pattern: '"x"' }, "archive-incomplete", /not a JSON object/],
  [
    "has a pattern that EventBridge refuses",
    { event_pattern: '{"source":"aws.signin"}' },
    "archive-incomplete",
    /event_pattern/,
  ],
  ["keeps them for a day less", { retention_days: 89 }, "archive-too-short", /89 .* 90/],
  [
    "is encrypted with a key of its own",
    { kms_key_identifier: "k" },
    "not-analyzed-setting",
    /kms/,
  ],
])("an archive that %s is a finding", (_, change, rule, detail) => {
  expect(changed(change)).toEqual([[rule, expect.stringMatching(detail)]]);
});

test("an archive of another name is not the one that is replayed", () => {
  expect(changed({ name: "other" }).map(([rule]) => rule)).toEqual(["archive-missing"]);
});

test("without an archive in the configuration one that is there is left over", () => {
  const without = { hub: { account: HUB, region: HUB_REGION, archiveDays: 0 } };
  expect(foundIn(stacksOf(without), { ...expected, archive: noArchive() })).toEqual([]);
  expect(foundIn(plain, { ...expected, archive: noArchive() }).map(({ rule }) => rule)).toEqual([
    "stale-resource",
  ]);
});

function noArchive() {
  if (!expected.archive) throw new Error("the organization has an archive");
  return { ...expected.archive, days: 0 };
}
