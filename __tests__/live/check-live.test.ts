import { run } from "../../src/cli/run";
import {
  check,
  config,
  findings,
  inventory,
  patterns,
  policies,
  quietIo,
  result,
  standIn,
  tested,
  type Ways,
} from "./checked-live";
import { jsonError, type StandInAnswer } from "./stand-in";

test("every pattern is tried with an event that it matches and one that it does not, every policy is validated", async () => {
  const { code, out, tests, validated } = await check({});
  expect(code).toBe(0);
  expect(out).toContain(
    `✓ AWS has nothing against ${patterns.length} patterns and ${policies.length} policies of cdktf.out`,
  );
  expect(new Set(tests.map(({ EventPattern }) => EventPattern)).size).toBe(patterns.length);
  expect(validated).toHaveLength(policies.length);
  const alerts = inventory.resources.flatMap(({ type, attributes }) =>
    type === "aws_cloudwatch_event_rule" && attributes["event_bus_name"] === "signin-alerts"
      ? [attributes["event_pattern"]]
      : [],
  );
  expect(alerts.length).toBeGreaterThan(5);
  const withSample = alerts.filter(
    (pattern) => typeof pattern === "string" && !pattern.includes("Scheduled Event"),
  );
  for (const pattern of withSample) {
    const ofIt = tests.filter(({ EventPattern }) => EventPattern === pattern);
    expect(ofIt).toHaveLength(2);
  }
});

test("a policy is validated as what it is attached to", async () => {
  const { validated } = await check({});
  const kinds = validated.map((each) => [
    each.policyType,
    each.validatePolicyResourceType ?? "any",
  ]);
  expect(new Set(kinds.map((each) => each.join(" ")))).toEqual(
    new Set([
      "IDENTITY_POLICY any",
      "RESOURCE_POLICY any",
      "RESOURCE_POLICY AWS::IAM::AssumeRolePolicyDocument",
      ...(policies.some(({ resourceType }) => resourceType === "AWS::S3::Bucket")
        ? ["RESOURCE_POLICY AWS::S3::Bucket"]
        : []),
    ]),
  );
});

test("policies that differ in their own account and region alone are validated once", () => {
  const roles = policies.filter(({ resourceType }) => resourceType?.includes("AssumeRole"));
  const forwarding = roles.filter(({ document }) => document.includes("ForwardingRulesAssumeRole"));
  expect(forwarding).toMatchObject([{ others: 2 }]);
});

test("every required field of an event is sent", async () => {
  const { tests } = await check({});
  for (const { Event } of tests) {
    expect(Object.keys(JSON.parse(Event) as object)).toEqual(
      expect.arrayContaining([
        "id",
        "account",
        "source",
        "time",
        "region",
        "resources",
        "detail-type",
      ]),
    );
  }
});

test.each([
  ["matches nothing", () => result(false), /does not match the sample of \S+, which it should/u],
  ["matches everything", () => result(true), /matches the sample of \S+, which it should not/u],
  [
    "refuses patterns",
    () => jsonError("InvalidEventPatternException", "Event pattern is not valid"),
    /EventBridge refuses the pattern: Event pattern is not valid/u,
  ],
])("ends with 1 where EventBridge %s, and names the resource", async (_, answer, problem) => {
  const { code, out } = await check({ test: answer });
  expect(code).toBe(1);
  expect(out).toMatch(problem);
  expect(out).toMatch(/^✗ signin-hub aws_cloudwatch_event_rule\./mu);
});

test.each(["ERROR", "SECURITY_WARNING", "SOMETHING_NEW"])(
  "ends with 1 where Access Analyzer finds %s",
  async (findingType) => {
    const found = {
      findingType,
      issueCode: "INVALID_ACTION",
      findingDetails: "The action sns:Publsh does not exist.",
      learnMoreLink: "https://docs.aws.amazon.com/x",
      locations: [],
    };
    const { code, out } = await check({
      validate: ({ policyDocument }) =>
        policyDocument.includes("PutEventsOnHub") ? findings(found) : findings(),
    });
    expect(code).toBe(1);
    expect(out).toMatch(
      /✗ signin-account-\d+ aws_iam_role_policy\S+ and 1 other like it: IAM Access Analyzer/u,
    );
    expect(out).toContain("INVALID_ACTION: The action sns:Publsh does not exist.");
  },
);

test.each(["SUGGESTION", "WARNING"])(
  "ends with 0 where Access Analyzer only has a %s",
  async (findingType) => {
    expect((await check({ validate: () => findings({ findingType }) })).code).toBe(0);
  },
);

test("findings of a second page count", async () => {
  let asked = 0;
  const { code } = await check({
    validate: () => {
      asked += 1;
      return asked % 2 === 1
        ? { body: JSON.stringify({ findings: [], nextToken: `page ${asked}` }) }
        : findings({ findingType: "ERROR", issueCode: "X", findingDetails: "y" });
    },
  });
  expect(code).toBe(1);
});

const denied = jsonError(
  "AccessDeniedException",
  "User: arn:aws:iam::222222222222:user/reader is not authorized to perform this",
);

test.each([
  [
    "an answer without a result",
    { test: () => ({}) },
    "events:TestEventPattern in account 222222222222, eu-central-1: the answer lacks its result",
  ],
  ["a denied test", { test: () => denied }, "events:TestEventPattern is needed"],
  [
    "a denied validation",
    { validate: () => ({ ...denied, status: 403 }) },
    "access-analyzer:ValidatePolicy is needed",
  ],
  [
    "findings that are missing",
    { validate: () => ({}) },
    "access-analyzer:ValidatePolicy in account 222222222222, eu-central-1: the answer lacks its result",
  ],
] satisfies readonly (readonly [string, Ways, string])[])(
  "%s is not known, and ends with 2",
  async (_, ways, said) => {
    const { code, out } = await check(ways);
    expect(code).toBe(2);
    expect(out).toContain("? not known: ");
    expect(out).toContain(said);
    expect(out).not.toContain("✓ AWS has nothing against");
  },
);

test("one answer of all that is missing keeps the command from ending with 0", async () => {
  const { tests, validated } = await check({});
  const all = tests.length + validated.length;
  for (const at of [0, 1, tests.length - 1, tests.length, all - 1]) {
    let asked = -1;
    const late =
      <T>(answer: (sent: T) => StandInAnswer) =>
      (sent: T) => {
        asked += 1;
        return asked === at ? { body: "{}" } : answer(sent);
      };
    const { code } = await check({ test: late(tested), validate: late(() => findings()) });
    expect(code).toBe(2);
  }
}, 60_000);

test("a text of AWS moves no cursor", async () => {
  const { out } = await check({
    test: () => jsonError("InvalidEventPatternException", "\u001B[31m\u202Ered"),
  });
  expect(out).not.toMatch(/[\u001B\u202E]/u);
});

test("JSON holds what AWS says beside the summary", async () => {
  const { out } = await check({ test: () => ({}) }, "--format", "json");
  const { live, organization } = JSON.parse(out) as { live: object; organization: string };
  expect(organization).toBe("o-a1b2c3d4e5");
  expect(live).toMatchObject({
    patterns: patterns.length,
    policies: policies.length,
    problems: [],
  });
});

test("without --live nothing is asked", async () => {
  standIn().asked.length = 0;
  const { io } = quietIo();
  const open = () => {
    throw new Error("not opened");
  };
  expect(await run(["check", "--config", config], io, open)).toBe(0);
  expect(standIn().asked).toEqual([]);
  expect(await run(["check", "--config", config, "--terraform", "x"], io, open)).toBe(2);
});
