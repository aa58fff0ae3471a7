import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { backtest } from "../../src/backtest/backtest";
import { resolve } from "../../src/plan";
import { organizationWith } from "../coverage/small-organization";
import { backtestOf, otherRecord, recordOf } from "./records";

const records = [
  recordOf("root-sign-in", "1"),
  recordOf("failed-sign-in", "2"),
  recordOf("iam-user-sign-in", "3", { userAgent: 'a "quoted" agent, with {brackets}] and ü' }),
  otherRecord,
];

const cells = records.map((record) => JSON.stringify(record));
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const rows = cells.map((message) => [
  { field: "@timestamp", value: "2026-01-15 03:12:45.000" },
  { field: "@message", value: message },
]);

const forms: Readonly<Record<string, string>> = {
  "a log file": JSON.stringify({ Records: records }),
  "a log file on many lines": JSON.stringify({ Records: records }, null, 2),
  "a log file with a byte order mark": `\uFEFF${JSON.stringify({ Records: records })}`,
  "log files one after another": records
    .map((record) => JSON.stringify({ Records: [record] }))
    .join("\n"),
  "what lookup-events prints": JSON.stringify({
    Events: cells.map((text) => ({ EventId: "x", Username: "alice", CloudTrailEvent: text })),
    NextToken: "next",
  }),
  "texts of lookup-events": JSON.stringify(cells, null, 2),
  "text output of lookup-events": cells.join("\t"),
  "what get-query-results prints": JSON.stringify({
    queryLanguage: "CWLI",
    results: rows,
    statistics: { recordsMatched: 4 },
    status: "Complete",
  }),
  "JSON of the console": JSON.stringify(cells.map((text) => ({ "@message": text }))),
  "JSON of the console with records as objects": JSON.stringify(
    records.map((record) => ({ "@timestamp": "x", "@message": record })),
    null,
    2,
  ),
  CSV: `@timestamp,@message\n${cells.map((text) => `2026,${quoted(text)}`).join("\n")}\n`,
  "CSV with titles in quotes and other line ends": [
    `"@message","@log"`,
    ...cells.map((text) => `${quoted(text)},"group"`),
  ].join("\r\n"),
  "lines of JSON": cells.join("\n"),
  "a list": JSON.stringify(records),
  "one record on many lines after another": records
    .map((record) => JSON.stringify(record, null, 2))
    .join("\n"),
};

test.each(Object.entries(forms))("%s is read whole", async (_, text) => {
  const { unread, ...counts } = await backtestOf(text);
  expect(unread).toEqual([]);
  expect(counts).toMatchObject({ records: 4, others: 1, signIns: 3, alerted: 3, unreadCount: 0 });
});

describe("files", () => {
  const folder = mkdtempSync(join(tmpdir(), "signin-backtest-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const readFrom = (...paths: readonly string[]) =>
    backtest(resolve(organizationWith({})), { paths, input: () => "", perMinute: 60 });

  beforeAll(() => {
    mkdirSync(join(folder, "AWSLogs/1/CloudTrail"), { recursive: true });
    mkdirSync(join(folder, "AWSLogs/1/CloudTrail-Digest"), { recursive: true });
    const log = JSON.stringify({ Records: records });
    writeFileSync(join(folder, "AWSLogs/1/CloudTrail/a.json.gz"), gzipSync(log));
    writeFileSync(join(folder, "AWSLogs/1/CloudTrail/b.json"), log);
    writeFileSync(join(folder, "AWSLogs/1/CloudTrail-Digest/d.json.gz"), gzipSync("{}"));
    writeFileSync(join(folder, "AWSLogs/readme.txt"), "not a log");
  });

  test("a folder is read with its folders, compressed or not, and digests are left out", async () => {
    const result = await readFrom(join(folder, "AWSLogs"));
    expect(result).toMatchObject({ files: 2, records: 8, signIns: 3, unread: [] });
  });

  test("an event that is in two files counts once", async () => {
    expect(await readFrom(folder)).toMatchObject({ repeated: 3, alerted: 3 });
  });

  test("a file that is named twice is read once", async () => {
    const file = join(folder, "AWSLogs/1/CloudTrail/b.json");
    expect(await readFrom(file, file)).toMatchObject({ files: 1, records: 4, repeated: 0 });
  });

  test("a compressed file that is cut off gives what it holds, and is named", async () => {
    const file = join(folder, "cut.json.gz");
    const many = Array.from({ length: 2000 }, (_, i) => recordOf("root-sign-in", `${i}`));
    const whole = gzipSync(JSON.stringify({ Records: many }));
    writeFileSync(file, whole.subarray(0, Math.floor(whole.length / 2)));
    const { signIns, unread } = await readFrom(file);
    expect(signIns).toBeGreaterThan(100);
    expect(unread.map(({ problem }) => problem)).toEqual([
      "cut off: the file ends within it",
      "cannot be read further: unexpected end of file",
    ]);
    rmSync(file);
  });

  test("fails on a path that does not exist in one line", async () => {
    await expect(readFrom(join(folder, "nowhere"))).rejects.toThrow(
      /nowhere does not exist: name a file or folder/u,
    );
  });
});
