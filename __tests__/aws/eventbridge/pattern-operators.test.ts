import { matchesPattern, type EventPattern, type JsonValue } from "../../../src/aws/eventbridge";

/** Whether `{ field: value }` matches the entries; `undefined` leaves the field out. */
function passes(entries: readonly unknown[], value: JsonValue | undefined): boolean {
  const pattern = { field: entries } as unknown as EventPattern;
  return matchesPattern(pattern, value === undefined ? { other: 1 } : { field: value });
}

type Row = readonly [operator: unknown, value: JsonValue | undefined, expected: boolean];

const absent = undefined;

const rows: Readonly<Record<string, readonly Row[]>> = {
  "exact values": [
    ["Virginia", "Virginia", true],
    ["Virginia", "virginia", false],
    ["Virginia", absent, false],
    ["", "", true],
    ["", absent, false],
    ["", null, false],
    [null, null, true],
    [null, absent, false],
    [null, "null", false],
    [null, [], false],
    [true, true, true],
    [true, "true", false],
    [300, 3.0e2, true],
    [300, "300", false],
    [0, -0, true],
    ["a*", "abc", false],
    ["a*", "a*", true],
    ["2001:db8::1", "2001:0db8:0:0:0:0:0:1", true],
    ["192.0.2.7", "192.0.2.8", false],
  ],
  prefix: [
    [{ prefix: "eu-" }, "eu-north-1", true],
    [{ prefix: "eu-" }, "us-east-1", false],
    [{ prefix: "1" }, 12, false],
    [{ prefix: "" }, "anything", true],
    [{ prefix: { "equals-ignore-case": "EU-" } }, "eu-north-1", true],
  ],
  suffix: [
    [{ suffix: ".pdf" }, "bill.pdf", true],
    [{ suffix: ".pdf" }, "bill.PDF", false],
    [{ suffix: { "equals-ignore-case": ".pdf" } }, "bill.PDF", true],
    [{ suffix: ".pdf" }, absent, false],
  ],
  "equals-ignore-case": [
    [{ "equals-ignore-case": "RoOt" }, "root", true],
    [{ "equals-ignore-case": "root" }, "roots", false],
    [{ "equals-ignore-case": "" }, "", true],
  ],
  wildcard: [
    [{ wildcard: "arn:*:role/*" }, "arn:aws:iam::1:role/Ops", true],
    [{ wildcard: "arn:*:role/*" }, "arn:role/Ops", false],
    [{ wildcard: "*" }, "", true],
    [{ wildcard: "a*a" }, "a", false],
    [{ wildcard: "a*b*c" }, "a-b-b-c", true],
    [{ wildcard: "a*bc*c" }, "abc", false],
    [{ wildcard: "5 \\* 5" }, "5 * 5", true],
    [{ wildcard: "5 \\* 5" }, "5 x 5", false],
    [{ wildcard: "C:\\\\*" }, "C:\\windows", true],
    [{ wildcard: "*" }, 5, false],
  ],
  "anything-but": [
    [{ "anything-but": "pending" }, "running", true],
    [{ "anything-but": "pending" }, "pending", false],
    [{ "anything-but": "pending" }, absent, false],
    [{ "anything-but": "pending" }, {}, false],
    [{ "anything-but": "pending" }, [], false],
    [{ "anything-but": "pending" }, null, true],
    [{ "anything-but": "pending" }, 5, true],
    [{ "anything-but": ["pending", "stopped"] }, "stopped", false],
    [{ "anything-but": 404 }, 404, false],
    [{ "anything-but": 404 }, "404", true],
    [{ "anything-but": [404, 500] }, 200, true],
    [{ "anything-but": { prefix: "eu-" } }, "eu-west-1", false],
    [{ "anything-but": { prefix: ["eu-", "us-"] } }, "us-east-1", false],
    [{ "anything-but": { prefix: ["eu-", "us-"] } }, "sa-east-1", true],
    [{ "anything-but": { suffix: ".txt" } }, "notes.txt", false],
    [{ "anything-but": { suffix: [".txt", ".md"] } }, "notes.md", false],
    [{ "anything-but": { wildcard: "*/tmp/*" } }, "/var/tmp/x", false],
    [{ "anything-but": { wildcard: ["*/tmp/*", "*.log"] } }, "/etc/hosts", true],
    [{ "anything-but": { "equals-ignore-case": "Root" } }, "ROOT", false],
    [{ "anything-but": { "equals-ignore-case": ["Root", "Admin"] } }, "ADMIN", false],
    [{ "anything-but": { prefix: "a" } }, absent, false],
  ],
  exists: [
    [{ exists: true }, "x", true],
    [{ exists: true }, "", true],
    [{ exists: true }, null, true],
    [{ exists: true }, absent, false],
    [{ exists: true }, { child: 1 }, false],
    [{ exists: true }, [], false],
    [{ exists: false }, absent, true],
    [{ exists: false }, { child: 1 }, true],
    [{ exists: false }, [], true],
    [{ exists: false }, null, false],
    [{ exists: false }, "", false],
  ],
  numeric: [
    [{ numeric: ["=", 3.5e1] }, 35, true],
    [{ numeric: ["=", 35] }, "35", false],
    [{ numeric: ["<", 10] }, 10, false],
    [{ numeric: ["<=", 10] }, 10, true],
    [{ numeric: [">", 10] }, 10, false],
    [{ numeric: [">=", 10] }, 10, true],
    [{ numeric: [">", 0, "<=", 5] }, 0, false],
    [{ numeric: [">", 0, "<=", 5] }, 5, true],
    [{ numeric: [">", 0] }, 6e9, false],
    [{ numeric: [">", 0] }, absent, false],
  ],
  cidr: [
    [{ cidr: "198.51.100.0/24" }, "198.51.100.255", true],
    [{ cidr: "198.51.100.0/24" }, "198.51.101.0", false],
    [{ cidr: "0.0.0.0/0" }, "203.0.113.9", true],
    [{ cidr: "0.0.0.0/0" }, "2001:db8::1", false],
    [{ cidr: "2001:db8::/32" }, "2001:db8:ffff::1", true],
    [{ cidr: "2001:db8::/32" }, "2001:db9::1", false],
    [{ cidr: "198.51.100.0/24" }, "signin.amazonaws.com", false],
    [{ cidr: "198.51.100.0/24" }, 5, false],
  ],
};

describe.each(Object.entries(rows))("%s", (_name, cases) => {
  test.each(cases)("%j against %j is %s", (operator, value, expected) => {
    expect(passes([operator], value)).toBe(expected);
  });
});

describe("a field with several matchers", () => {
  test("matches when one of them does", () => {
    const entries = [{ prefix: "eu-" }, "us-east-1", { exists: false }];
    expect(["eu-west-1", "us-east-1", absent].map((value) => passes(entries, value))).toEqual([
      true,
      true,
      true,
    ]);
    expect(passes(entries, "us-west-2")).toBe(false);
  });

  test("two anything-but entries exclude nothing", () => {
    expect(passes([{ "anything-but": "a" }, { "anything-but": "b" }], "a")).toBe(true);
  });
});
