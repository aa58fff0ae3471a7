import { inventoryOf } from "./report/inventory-of";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isHarmless, reviewMarkdown, reviewOf } from "../../src/coverage/report";
import { resourceTypes } from "../../src/coverage/resource-types";
import type { SignInAlertsProps } from "../../src/stacks";
import { sampleReport, smallOrganization } from "./report/sample-report";
import { importedTypes } from "../written-types";
import { HUB, HUB_REGION, MANAGEMENT, MEMBER, stacksOf } from "./small-organization";

/** Configurations that together use every part of the package. */
const configurations: Readonly<Record<string, Partial<SignInAlertsProps>>> = {
  "a stack set": {
    rollout: { type: "stack-set", organizationalUnits: ["ou-ab12-c3d4e5f6"] },
    accounts: [
      { id: MANAGEMENT, name: "management", roleName: "none" },
      { id: HUB, name: "security-tooling" },
      { id: MEMBER, name: "payments", organizationalUnit: "ou-ab12-c3d4e5f6" },
    ],
  },
  "a function, chat and notifications": {
    formatter: true,
    userNotifications: { emails: [{ name: "night", address: "night@example.com" }] },
    routes: [
      { name: "security", recipients: ["security@example.com"] },
      {
        name: "slack",
        minSeverity: "high",
        slack: { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" },
      },
      {
        name: "teams",
        minSeverity: "high",
        teams: {
          tenantId: "11111111-2222-3333-4444-555555555555",
          teamId: "11111111-2222-3333-4444-666666666666",
          channelId: "19%3aabc%40thread.tacv2",
        },
      },
    ],
  },
  "a trail whose logs nobody can delete": {
    trail: {
      type: "create",
      account: HUB,
      homeRegion: HUB_REGION,
      bucketName: "example-organization-trail",
      logRetentionDays: 365,
      objectLockDays: 30,
      accessLogBucketName: "access-logs",
    },
    logAlarms: { signIns: 2 },
  },
};

/** Resource types that are written, each with the configuration that shows it. */
const written = new Map(
  Object.entries(configurations).flatMap(([name, configuration]) =>
    stacksOf(configuration).flatMap(({ document }) =>
      Object.keys(document["resource"] ?? {}).map((type) => [type, name] as const),
    ),
  ),
);

test("the configurations write every type that the package's code can write", () => {
  expect([...written.keys()].sort()).toEqual([...importedTypes()].sort());
});

test("every type that the package writes is registered", () => {
  const unknown = [...written].filter(([type]) => !resourceTypes.has(type));
  expect(unknown).toEqual([]);
});

function reviewOfPlan(type: string, actions: readonly string[]) {
  const version = {
    coverage: sampleReport(smallOrganization),
    inventory: inventoryOf([], ["signin-hub"]),
  };
  const json = {
    format_version: "1.2",
    resource_changes: [
      { address: `${type}.x`, type, mode: "managed", change: { actions, before: {} } },
    ],
  };
  return reviewOf(version, version, [{ name: "signin-hub", json }]);
}

const losses = [...resourceTypes].flatMap(([type, { loss }]) => [
  [type, "destroyed", ["delete"], loss] as const,
  [type, "replaced", ["delete", "create"], loss] as const,
]);

test.each(losses)("a plan by which %s is %s is no harmless change", (type, _, actions, loss) => {
  const review = reviewOfPlan(type, actions);
  expect(isHarmless(review)).toBe(false);
  expect(reviewMarkdown(review)).toMatch(/\*\*❌ 1 resource (?:on the way|watching)/u);
  expect(reviewMarkdown(review)).toContain(` — ${loss}`);
});

test("what is not analyzed but belongs to what alerts pass counts as a loss as well", () => {
  const isLoss = (type: string): boolean => !isHarmless(reviewOfPlan(type, ["delete"]));
  expect(isLoss("aws_sns_topic_data_protection_policy")).toBe(true);
  expect(isLoss("aws_cloudwatch_event_endpoint")).toBe(true);
  expect(isLoss("aws_instance")).toBe(false);
});

test("a type that is called like a member of every object is not registered", () => {
  expect(resourceTypes.has("constructor")).toBe(false);
});

/** Texts and patterns in the code of the check, outside of the registry, that name a type of the AWS provider. */
function namedTypes(): readonly (readonly [file: string, before: string, type: string])[] {
  const folder = join(__dirname, "../../src/coverage");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("resource-types"))
    .flatMap((file) => {
      const code = readFileSync(join(folder, file), "utf8").replace(/\/\*\*.*?\*\//gsu, "");
      const texts = code.matchAll(/(?<before>.{0,60})(?<type>["'`/^]aws_[\w${}()|]+["'`/$]?)/gsu);
      return [...texts].map(({ groups }) => [
        file,
        groups?.["before"] ?? "",
        groups?.["type"] ?? "",
      ]);
    });
}

/** Asking the index for resources of one type: what the step of an event, or a finding, is about. */
const lookup =
  /\b(?:find|all|keys|owners|named|written|without|inAccount|stale|stated)\(\s*(?:index,\s*)?$/u;

/** What a stack set makes, or nobody, is read before there is an index, and data sources are no resources. */
const unavoidable: Readonly<Record<string, readonly string[]>> = {
  "inventory/stack-set/targets.ts": [
    "aws_cloudformation_stack_set",
    "aws_cloudformation_stack_instances",
  ],
  "inventory/plan-document.ts": ["aws_cloudwatch_log_group"],
  "resource-index/default-buses.ts": ["aws_cloudwatch_event_bus", "aws_cloudwatch_event_target"],
  "inventory/providers.ts": [
    "aws_caller_identity",
    "aws_region",
    "aws_partition",
    "aws_ssm_parameter",
  ],
};

test("the check names a type outside of the registry only to look its resources up", () => {
  const found = namedTypes();
  expect(found.length).toBeGreaterThan(50);
  const elsewhere = found.flatMap(([file, before, quoted]) => {
    const type = quoted.replace(/\W/gu, "");
    const isLookup = lookup.test(before) && resourceTypes.has(type);
    return isLookup || unavoidable[file]?.includes(type) ? [] : [`${file}: ${quoted}`];
  });
  expect(elsewhere).toEqual([]);
});
