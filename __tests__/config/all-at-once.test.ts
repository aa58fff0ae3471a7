import { formatPath } from "../../src/stacks";
import { example, messageOf, problemsOf } from "./faulty-file";

const file = `organisation:
  id: o-short
  management_account: 111111111111
hub:
  account: "222222222222"
  region: eu-centrl-1
accounts:
  - id: "111111111111"
    nmae: management
    regions: us-east-1
  - id: 111111111111
    name: twin
    optInRegions: [eu-south-1, eu-suoth-2]
  - name: nobody
trail:
  type: creat
  retentionDays: "0"
recipents:
  - security@@example
tags:
  cost-center: 0042
  aws:owner: me
namePrefix: Signin
backend:
  bucket: x
`;

test("all problems of a file are reported in one run, in the order of the file", () => {
  const found = problemsOf(file).map(({ line, path }) => `${line} ${formatPath(path)}`);
  expect(found).toEqual([
    "1 organisation",
    "2 organisation.id",
    "3 organisation.management_account",
    "3 organisation.management_account",
    "6 hub.region",
    "9 accounts[0].nmae",
    "10 accounts[0].regions",
    "10 accounts[0].regions",
    "11 accounts[1].id",
    "11 accounts[1].id",
    "13 accounts[1].optInRegions[1]",
    "14 accounts[2].id",
    "16 trail.type",
    "17 trail.retentionDays",
    "17 trail.retentionDays",
    "18 recipents",
    "19 recipents[0]",
    "21 tags.cost-center",
    '22 tags["aws:owner"]',
    "23 namePrefix",
    "24 backend.type",
    "24 backend.region",
    "25 backend.bucket",
  ]);
});

test("an account's absence is not reported while an account cannot be read", () => {
  const said = problemsOf(file).map(({ problem }) => problem);
  expect(said.some((problem) => /not in the list/.test(problem))).toBe(false);
});

test("an unquoted number is checked as the text that was written", () => {
  const said = problemsOf(file).filter(({ line }) => line === 11);
  expect(said.map(({ problem }) => problem)).toEqual([
    expect.stringContaining("not in quotes"),
    expect.stringContaining("accounts[0] has the same id"),
  ]);
});

test("one fault of many accounts is explained twenty times, then its places and fixes are said", () => {
  const accounts = Array.from({ length: 50 }, (_, i) => `  - "${String(i).padStart(12, "7")}"`);
  const message = messageOf(
    example.replace(/accounts:\n[\s\S]*?\ntrail:/, () =>
      ["accounts:", ...accounts, "trail:"].join("\n"),
    ),
  );
  const explained = message.match(/problem: this is not a group of keys/g) ?? [];
  expect(explained).toHaveLength(20);
  const fixes = message.match(/fix: {5}write \{ id: "7{10}\d\d", name: … \}/g) ?? [];
  expect(new Set(fixes).size).toBe(50);
  const places = message.match(/accounts\[\d+\]\n/g) ?? [];
  expect(new Set(places).size).toBe(50);
});
