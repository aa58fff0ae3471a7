import { jsonError, xmlError } from "../../live/stand-in";
import { drillSuite } from "./drill-world";

const { world, run } = drillSuite();
// A server is started for each test, and asked some dozen times.
jest.setTimeout(60_000);
const one = ["--account", "payments-dev", "--region", "eu-west-1", "--yes", "--format", "json"];

async function reasonOf(): Promise<string> {
  const { code, out, err } = await run(one);
  expect([code, err]).toEqual([2, ""]);
  expect([...world().there]).toEqual([]);
  const { alerts } = JSON.parse(out) as { alerts: readonly { outcome: string; reason: string }[] };
  expect(alerts.map(({ outcome }) => outcome)).toEqual(["not known"]);
  return alerts[0]?.reason ?? "";
}

test("a role that cannot be assumed is named, with its account", async () => {
  world().faults = (operation, sent) =>
    operation === "AssumeRole" && sent.includes("signin-alerts-drill")
      ? xmlError("AccessDenied", "not authorized to perform: sts:AssumeRole")
      : undefined;
  expect(await reasonOf()).toBe(
    "the role signin-alerts-drill of the account 555555555555 cannot be assumed: sts:AssumeRole: access denied: sts:AssumeRole is needed",
  );
});

test.each([
  [
    "the token is refused",
    "getSigninToken",
    { status: 400 },
    /refused a sign-in token \(HTTP status 400\)/,
  ],
  [
    "the token's answer is a page",
    "getSigninToken",
    { status: 200, body: "<html>" },
    /without a sign-in token/,
  ],
  [
    "the token is missing",
    "getSigninToken",
    { status: 200, body: "{}" },
    /without a sign-in token/,
  ],
  ["the login is refused", "login", { status: 403 }, /refused the sign-in \(HTTP status 403\)/],
])("where %s, no address and no secret is shown", async (_, wanted, answer, reason) => {
  world().federation.instead = (action) => (action === wanted ? answer : undefined);
  const said = await reasonOf();
  expect(said).toMatch(reason);
  expect(said).not.toMatch(/ASIA|token-of|Session=/);
});

test("an endpoint that nobody listens at cannot be reached", async () => {
  await world().federation.stop();
  expect(await reasonOf()).toMatch(
    /sign-in endpoint 127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\)/,
  );
});

test.each([
  ["CreateQueue", /^the queue was not created: sqs:CreateQueue: access denied/],
  ["Subscribe", /^the queue was not subscribed to arn:\S+: sns:Subscribe: access denied/],
  ["ReceiveMessage", /^the queue cannot be read: sqs:ReceiveMessage: access denied/],
])("a denied %s is said, and nobody signs in before the queue listens", async (denied, reason) => {
  world().faults = (operation) =>
    operation !== denied
      ? undefined
      : operation === "Subscribe"
        ? xmlError("AuthorizationError", "denied")
        : jsonError("AccessDeniedException");
  expect(await reasonOf()).toMatch(reason);
  expect(world().federation.signIns).toHaveLength(denied === "ReceiveMessage" ? 1 : 0);
});

test("a message that is none of SNS is passed over", async () => {
  world().federation.onSignIn = () => undefined;
  world().faults = (operation) =>
    operation === "ReceiveMessage"
      ? {
          body: JSON.stringify({
            Messages: [{ Body: "{", MD5OfBody: "f95b70fdc3088560732a5ac135644506" }],
          }),
        }
      : undefined;
  const { code } = await run([...one, "--wait", "1"]);
  expect(code).toBe(1);
});
