import { plan, queueArn, queueName, queueUrl, stamp, drillSuite } from "./drill-world";

const { server, world, run } = drillSuite();
// A server is started for each test, and asked some dozen times.
jest.setTimeout(60_000);
const topic = `arn:aws:sns:eu-central-1:222222222222:signin-alerts`;
const one = ["--account", "payments-dev", "--region", "eu-west-1", "--yes"];

interface Result {
  readonly name: string;
  readonly alerts: readonly Readonly<Record<string, unknown>>[];
  readonly leftovers: readonly { readonly what: string; readonly remove: readonly string[] }[];
}

async function resultOf(...argv: readonly string[]): Promise<Result & { readonly code: number }> {
  const { code, out, err } = await run([...argv, "--format", "json"]);
  expect(err).toBe("");
  return { code, ...(JSON.parse(out) as Result) };
}

test("a sign-in is made in the account and region, and its alert arrives with the time of each hop", async () => {
  const { code, name, alerts, leftovers } = await resultOf(...one);
  expect({ code, name, leftovers }).toEqual({
    code: 0,
    name: `signin-alerts-drill-${stamp}`,
    leftovers: [],
  });
  expect(alerts).toEqual([
    {
      account: "555555555555",
      region: "eu-west-1",
      topic: { arn: topic, routes: ["default"] },
      outcome: "arrived",
      hops: {
        event: "2026-11-27T01:50:07Z",
        published: "2026-11-27T01:50:09.500Z",
        queued: "2026-11-27T01:50:09.600Z",
      },
      recordedIn: "eu-west-1",
    },
  ]);
  expect(world().federation.signIns.map(({ region }) => region)).toEqual(["eu-west-1"]);
});

test("the session says that it is a drill, of the role that may do nothing", async () => {
  const sent: string[] = [];
  world().faults = (operation, body) => {
    if (operation === "AssumeRole") sent.push(body);
    return undefined;
  };
  await run(one);
  const sessions = sent.map((body) => {
    const form = new URLSearchParams(body);
    return [form.get("RoleArn"), form.get("RoleSessionName"), form.get("DurationSeconds")];
  });
  expect(sessions).toContainEqual([
    "arn:aws:iam::555555555555:role/signin-alerts-drill",
    `signin-alerts-drill-${stamp}-555555555555-eu-west-1`,
    null,
  ]);
});

test("the role and its external id are those of the configuration", async () => {
  const sent: URLSearchParams[] = [];
  world().faults = (operation, body) => {
    const form = new URLSearchParams(body);
    if (operation === "AssumeRole" && form.get("RoleArn")?.endsWith("drill")) sent.push(form);
    return undefined;
  };
  await run([
    ...["--config", "__tests__/fixtures/configurations/company.yaml", "--yes", "--wait", "1"],
    ...["--account", "bought", "--region", "us-east-1"],
  ]);
  expect(sent.map((form) => [form.get("RoleArn"), form.get("ExternalId")])).toEqual([
    ["arn:aws:iam::333333333333:role/security/alerts/signin-alerts-drill", "drill-4b1d7c2e"],
  ]);
});

test("the queue admits the topics alone, and nothing is left of it", async () => {
  let created = "";
  world().faults = (operation, sent) => {
    if (operation === "CreateQueue") created = sent;
    return undefined;
  };
  await run(one);
  const { QueueName, Attributes } = JSON.parse(created) as {
    QueueName: string;
    Attributes: Record<string, string>;
  };
  expect(QueueName).toBe(queueName);
  const { Statement } = JSON.parse(Attributes["Policy"] ?? "") as { Statement: readonly unknown[] };
  expect(Statement[0]).toMatchObject({
    Principal: { Service: "sns.amazonaws.com" },
    Resource: queueArn,
    Condition: { ArnEquals: { "aws:SourceArn": [topic] } },
  });
  expect([...world().there]).toEqual([]);
  expect(server().asked.slice(-2)).toEqual(["Unsubscribe", "DeleteQueue"]);
});

test("without a choice it would sign in everywhere", async () => {
  const places = plan.accounts.reduce((sum, { regions }) => sum + regions.length, 0);
  const { err } = await run([], { typed: ["n"] });
  expect(err).toContain(
    `Signs in to the console ${places} times, in ${plan.accounts.length} accounts`,
  );
});

test("it signs in to all regions of an account, at its pace", async () => {
  const waited: number[] = [];
  const { code, out } = await run(["--account", "sandbox", "--yes", "--pace", "7"], {
    wait: (milliseconds) => waited.push(milliseconds),
  });
  expect(code).toBe(0);
  expect(out).toContain("✓ 6 of 6 alerts arrived.");
  const sandbox = plan.accounts.find(({ name }) => name === "sandbox");
  expect(world().federation.signIns.map(({ region }) => region)).toEqual(sandbox?.regions);
  expect(waited).toEqual([7000, 7000, 7000, 7000, 7000]);
});

test("the table names what is missing, and waits as long as it was told", async () => {
  world().delivers = (region) => region !== "eu-west-2";
  const { code, out } = await run([
    ...["--account", "555555555555", "--region", "eu-west-1", "eu-west-2"],
    ...["--yes", "--wait", "1"],
  ]);
  expect(code).toBe(1);
  expect(out).toMatch(
    /eu-west-1 +│ default +│ arrived +│ 2026-11-27T01:50:07Z +│ 2\.5 s +│ 0\.1 s/,
  );
  expect(out).toMatch(/eu-west-2 +│ default +│ missing .* nothing came within 60 seconds/);
  expect(out).toContain("✖ 1 of 2 alerts arrived, 1 missing.");
  expect(world().now).toBeGreaterThanOrEqual(Date.UTC(2026, 10, 27, 1, 51, 7));
});

test("a record of another region than that of the endpoint is said to be", async () => {
  world().recordedIn = () => "us-east-1";
  const { code, out } = await run(one);
  expect(code).toBe(0);
  expect(out).toContain("recorded in us-east-1");
});

test("an alert of somebody else is not the drill's", async () => {
  world().federation.onSignIn = () => {
    const arn = "arn:aws:sts::555555555555:assumed-role/signin-alerts-drill";
    world().publish(topic, `"Sign-in of AssumedRole ${arn}/somebody"`);
    world().publish(topic, `"${arn}/signin-alerts-drill-${stamp}-555555555555-eu-west-1x"`);
  };
  const { alerts } = await resultOf(...one, "--wait", "1");
  expect(alerts).toMatchObject([{ outcome: "missing" }]);
});

test("HTML is one page that runs nothing, with the same rows", async () => {
  const { out } = await run([...one, "--format", "html"]);
  expect(out).toMatch(/^<!doctype html>/);
  expect(out).toContain("default-src 'none'");
  expect(out).not.toMatch(/<script|https?:\/\//);
  const cells = [...out.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(({ 1: text }) => text);
  expect(cells.slice(0, 4)).toEqual(["555555555555", "eu-west-1", "default", "arrived"]);
  expect(out).toContain("✓ 1 of 1 alert arrived.");
});

test("the same drill gives the same bytes", async () => {
  const first = await run(one);
  world().now = Date.UTC(2026, 10, 27, 1, 50, 7);
  expect(await run(one)).toEqual(first);
});

describe("whatever happens, it cleans up:", () => {
  test("after an interruption while it waits", async () => {
    world().delivers = () => false;
    const controller = new AbortController();
    const { code, out } = await run(one, {
      signal: controller.signal,
      wait: () => {
        controller.abort();
      },
    });
    expect(code).toBe(2);
    expect(out).toContain("interrupted before it arrived");
    expect([...world().there]).toEqual([]);
  });

  test("after an interruption between two sign-ins", async () => {
    const controller = new AbortController();
    const { out } = await run(
      ["--account", "555555555555", "--region", "eu-west-1", "eu-west-2", "--yes"],
      {
        signal: controller.signal,
        wait: () => {
          controller.abort();
        },
      },
    );
    expect(out).toContain("interrupted before it was caused");
    expect(world().federation.signIns).toHaveLength(1);
    expect([...world().there]).toEqual([]);
  });

  test("where a subscription was made and its answer is lost, it is looked up", async () => {
    world().faults = (operation, sent) => {
      if (operation !== "Subscribe") return undefined;
      world().faults = () => undefined;
      world().respond(operation, sent);
      return { status: 500, body: "" };
    };
    const { code, alerts, leftovers } = await resultOf(...one);
    expect([code, leftovers, [...world().there]]).toEqual([2, [], []]);
    expect(alerts).toMatchObject([
      { outcome: "not known", reason: expect.stringContaining("sns:Subscribe") as string },
    ]);
    expect(world().federation.signIns).toEqual([]);
  });

  test("what cannot be removed is named, with the calls that remove it", async () => {
    world().faults = (operation) =>
      operation === "Unsubscribe" || operation === "DeleteQueue"
        ? { status: 403, body: '{"__type":"AccessDeniedException"}' }
        : undefined;
    const { code, leftovers } = await resultOf(...one);
    expect(code).toBe(2);
    const region = ["--region", "eu-central-1"];
    expect(leftovers.map(({ remove }) => remove)).toEqual([
      ["aws", "sns", "unsubscribe", ...region, "--subscription-arn", `${topic}:1234`],
      ["aws", "sqs", "delete-queue", ...region, "--queue-url", queueUrl],
    ]);
    const { out } = await run(one);
    expect(out).toContain(`aws sqs delete-queue --region eu-central-1 --queue-url ${queueUrl}`);
  });
});
