import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { busPolicyBlocker, smallOrganization } from "../coverage/report/sample-report";
import { capturedRun } from "./captured-run";

const record = {
  eventVersion: "1.09",
  eventSource: "signin.amazonaws.com",
  eventName: "ConsoleLogin",
  eventType: "AwsConsoleSignIn",
  eventTime: "2026-01-15T03:12:45Z",
  awsRegion: "us-east-1",
  recipientAccountId: "444444444444",
  userIdentity: { type: "Root" },
};

const envelope = {
  version: "0",
  source: "aws.signin",
  "detail-type": "AWS Console Sign In via CloudTrail",
  account: "111111111111",
  region: "eu-central-1",
  detail: record,
};

function traced(event: unknown, ...more: readonly string[]) {
  const input = typeof event === "string" ? event : JSON.stringify(event);
  return capturedRun(["trace", "--event", "-", "--format", "json", ...more], { input });
}

interface Traced {
  readonly event: { readonly source: string; readonly account: string; readonly region: string };
}

async function placeOf(event: unknown, ...more: readonly string[]) {
  const { out } = await traced(event, ...more);
  return (JSON.parse(out) as Traced).event;
}

test("the sample of a kind is traced at the first account, hop by hop, with its mail", async () => {
  const { code, out } = await capturedRun(["trace", "--kind", "root-sign-in"]);
  expect(code).toBe(0);
  expect(out).toContain("in management (111111111111) us-east-1");
  expect(out).toContain("✓ forwarding rule");
  expect(out).toContain('│ "root-sign-in in 111111111111');
  expect(out).toContain("to email:security@example.com");
});

test("an event that is blocked ends with 1 and names the rule and the resource", async () => {
  const folders = { "cdktf.out": { ...smallOrganization, gap: () => busPolicyBlocker } };
  const { code, out } = await capturedRun(["trace", "-k", "root-sign-in"], { folders });
  expect(code).toBe(1);
  expect(out).toContain(
    "✗ blocked by bus-policy-denies  signin-hub aws_cloudwatch_event_bus_policy.Policy_6C0E96B5",
  );
  expect(out).toContain("✗ no recipient would be notified");
});

test("an envelope is traced in its own account and region", async () => {
  expect(await placeOf(envelope)).toMatchObject({
    account: "111111111111",
    region: "eu-central-1",
  });
});

test("a bare CloudTrail record is put into an envelope", async () => {
  expect(await placeOf(record)).toEqual({
    source: "aws.signin",
    detailType: "AWS Console Sign In via CloudTrail",
    account: "444444444444",
    accountName: "payments-prod",
    region: "us-east-1",
  });
});

test("a log file of one record is that record", async () => {
  expect(await placeOf({ Records: [record] })).toMatchObject({ account: "444444444444" });
});

test("an event is traced elsewhere where options name another place", async () => {
  const place = await placeOf(envelope, "--account", "222222222222", "--region", "us-east-1");
  expect(place).toMatchObject({ account: "222222222222", region: "us-east-1" });
});

test("an account is named by its name in the configuration, or by its id alone without one", async () => {
  const byName = await placeOf(envelope, "--account", "payments-prod");
  expect(byName).toMatchObject({ account: "444444444444", accountName: "payments-prod" });
  const { code, err } = await traced(envelope, "--account", "payments-prod", "--no-config");
  expect(code).toBe(2);
  expect(err).toContain("account payments-prod is not in cdktf.out");
  expect((await traced(envelope, "--account", "payment-prod")).err).toContain(
    "did you mean payments-prod?",
  );
});

test("an event is read from a file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "signin-alerts-"));
  try {
    const file = join(folder, "event.json");
    writeFileSync(file, `\uFEFF${JSON.stringify(envelope)}`);
    const { code, out } = await capturedRun(["trace", "--event", file, "-f", "markdown"]);
    expect(code).toBe(0);
    expect(out).toContain("✓ Delivered.");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const { detail, account, ...partial } = envelope;
const { eventType, ...untyped } = record;
const { awsRegion, ...nowhere } = record;

test.each([
  ["JSON that is cut off", '{"source": "aws.s', "is not valid JSON, perhaps it is cut off"],
  ["a list", [envelope], "it is not a JSON object"],
  ["an envelope without its parts", partial, "missing account, detail"],
  ["a detail that is a text", { ...envelope, detail: "x" }, "missing detail"],
  ["a record without a type", untyped, "CloudTrail record without eventType"],
  ["a record without a region", nowhere, "a CloudTrail record without region"],
  ["a record of another type", { ...record, eventType: "AwsVpceEvent" }, "of type AwsVpceEvent"],
  ["a log file", { Records: [record, record] }, "log file of 2 records"],
  ["an account elsewhere", { ...envelope, account: "444444444443" }, "did you mean 444444444444?"],
  [
    "a region elsewhere",
    { ...envelope, region: "eu-central-2" },
    "is not covered in account 111111111111 of cdktf.out; it has eu-central-1, us-east-1",
  ],
])("fails on %s with one line and 2", async (_, event, message) => {
  const { code, out, err } = await traced(event);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(message);
  expect(err).toMatch(/^signin-alerts: [^\n]+\n$/);
  expect([detail, account, eventType, awsRegion]).not.toContain(undefined);
});

test.each([
  [["--kind", "rot-sign-in"], "did you mean root-sign-in?"],
  [["--kind", "root-credential-change", "-r", "eu-central-1"], "recorded in us-east-1 only"],
  [["--kind", "root-sign-in", "--event", "-"], "either --kind NAME or --event FILE"],
  [[], "either --kind NAME or --event FILE"],
  [["--event", "nowhere.json"], "nowhere.json cannot be read"],
  [["--kind", "root-sign-in", "--account", "9"], "account 9 is not in cdktf.out"],
])("fails on %j with one line and 2", async (argv, message) => {
  const { code, err } = await capturedRun(["trace", ...argv]);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).toMatch(/^signin-alerts: [^\n]+\n$/);
});

test("fails in one line where standard input cannot be read", async () => {
  const input = (): string => {
    throw new Error("EISDIR: illegal operation on a directory, read");
  };
  expect(await capturedRun(["trace", "--event", "-"], { input })).toEqual({
    code: 2,
    out: "",
    err: "signin-alerts: standard input cannot be read: EISDIR: illegal operation on a directory, read\n",
  });
});
