import type { StackDocument } from "../../src/coverage";
import { coverageOf, inventoryOfStacks, traceWanted } from "../../src/coverage";
import { reviewOf } from "../../src/coverage/report";
import { expectationsOf, resolve } from "../../src/plan";
import { placeSample, type EventEnvelope } from "../../src/catalog";
import type { SignInAlertsProps } from "../../src/stacks";
import { said } from "./said";
import { MEMBER, organizationWith, reportOf, stacksOf } from "./small-organization";

const watch = [
  {
    name: "break-glass",
    principals: ["user/break-glass", `arn:aws:iam::${MEMBER}:role/BreakGlass`],
    note: "Runbook: https://wiki.example.com/break-glass",
  },
  { name: "payments", principals: [`arn:aws:iam::${MEMBER}:user/payer`], severity: "high" },
] as const;

const wantOf = (props: Partial<SignInAlertsProps>) =>
  expectationsOf(resolve(organizationWith(props)));

function judged(stacks: readonly StackDocument[], props: Partial<SignInAlertsProps>) {
  const { cells, findings } = reportOf(stacks, wantOf(props));
  return {
    uncovered: [...new Set(cells.filter(({ covered }) => !covered).map(({ kind }) => kind))],
    findings: [...new Set(findings.map(said))],
  };
}

/** The Terraform without the resources of a type whose Terraform holds a text. */
function without(stacks: readonly StackDocument[], type: string, part: RegExp) {
  let removed = 0;
  const copy = JSON.parse(JSON.stringify(stacks)) as {
    document: { resource?: Record<string, Record<string, unknown>> };
  }[];
  for (const { document } of copy) {
    for (const [name, each] of Object.entries(document.resource?.[type] ?? {})) {
      if (!part.test(JSON.stringify(each))) continue;
      Reflect.deleteProperty(document.resource?.[type] ?? {}, name);
      removed += 1;
    }
  }
  expect(removed).toBeGreaterThan(0);
  return copy as unknown as readonly StackDocument[];
}

const channels: readonly (readonly [string, Partial<SignInAlertsProps>])[] = [
  ["mails", {}],
  ["mails with every field", { message: "full" }],
  [
    "AWS User Notifications, which tells of them by other kinds",
    { userNotifications: { emails: [{ name: "security", address: "security@example.com" }] } },
  ],
  [
    "a stack set",
    { rollout: { type: "stack-set", organizationalUnits: ["ou-ab12-c3d4e5f6"], accounts: 3 } },
  ],
  ["mails that a function writes", { formatter: true, message: "full" }],
  [
    "chat, and routes that name the kinds",
    {
      routes: [
        {
          name: "chat",
          kinds: ["watch-break-glass", "watch-break-glass-failed", "watch-payments"],
          slack: { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" },
        },
        { name: "all", recipients: ["security@example.com"] },
      ],
    },
  ],
];

describe.each(channels)("watched principals and %s", (_, keys) => {
  const props = { ...keys, watch };
  const stacks = stacksOf(props);

  test("are covered, and nothing is wrong beside", () => {
    expect(judged(stacks, props)).toEqual({ uncovered: [], findings: [] });
    const kinds = new Set(reportOf(stacks, wantOf(props)).cells.map(({ kind }) => kind));
    expect([...kinds].filter((kind) => kind.startsWith("watch-"))).toEqual([
      "watch-break-glass",
      "watch-break-glass-failed",
      "watch-payments",
      "watch-payments-failed",
    ]);
  });
});

describe("a configuration with watches", () => {
  const props = { watch };
  const stacks = stacksOf(props);
  const want = wantOf(props);

  test("fails to be covered without one of the rules of a watch", () => {
    const rules = new Set(
      [...JSON.stringify(stacks).matchAll(/"name":"(signin-alerts-watch-break-glass[\w-]*)"/g)].map(
        ([, name = ""]) => name,
      ),
    );
    expect(rules.size).toBeGreaterThan(8);
    for (const name of rules) {
      const rest = without(stacks, "aws_cloudwatch_event_rule", new RegExp(`"name":"${name}"`));
      expect(judged(rest, props).uncovered).toEqual([
        name.includes("-failed") ? "watch-break-glass-failed" : "watch-break-glass",
      ]);
    }
  });

  test("expects the alerts of an account's principals in that account alone", () => {
    const cells = reportOf(stacks, want).cells.filter(({ kind }) => kind === "watch-payments");
    expect([...new Set(cells.map(({ account }) => account))]).toEqual([MEMBER]);
  });

  test("is missed where the Terraform knows nothing of them", () => {
    const { uncovered, findings } = judged(stacksOf(), props);
    expect(uncovered).toEqual(expect.arrayContaining(["watch-break-glass", "watch-payments"]));
    expect(findings).toContain("alert-rule-missing: the kind watch-break-glass");
  });

  test("is missed where the Terraform watches others", () => {
    const others = JSON.parse(
      JSON.stringify(stacks).replaceAll("BreakGlass", "Broken"),
    ) as readonly StackDocument[];
    expect(judged(others, props).findings).toContain("pattern-differs");
  });

  test("traces a sign-in of a watched user to the watch, also where an entry ignores its address", () => {
    const keys: Partial<SignInAlertsProps> = {
      watch,
      ignore: [{ sourceCidr: "198.51.100.0/24", until: "2027-06-30", reason: "office" }],
    };
    const wanted = wantOf(keys);
    const inventory = inventoryOfStacks(stacksOf(keys));
    const kinds = resolve(organizationWith(keys)).kinds;
    const kind = kinds.find(({ name }) => name === "watch-break-glass");
    const place = { account: MEMBER, region: "us-east-1" };
    const event = kind && placeSample(kind.sample, place);
    const trace = (each: EventEnvelope) => traceWanted(inventory, each, wanted);
    expect(event && trace(event).deliveries).toEqual([
      expect.objectContaining({ kind: "watch-break-glass", severity: "critical" }),
    ]);
    const other = kinds.find(({ name }) => name === "iam-user-sign-in");
    const ignored = other && placeSample(other.sample, place);
    expect(ignored && trace(ignored).silence).toMatchObject({ onPurpose: true });
  });

  test("loses alerts by a change that removes a watch, and none by one that adds it", () => {
    const version = (keys: Partial<SignInAlertsProps>) => ({
      coverage: reportOf(stacksOf(keys), wantOf(keys)),
      inventory: inventoryOfStacks(stacksOf(keys)),
    });
    const [all, one] = [version({ watch }), version({ watch: watch.slice(0, 1) })];
    const { coverage } = reviewOf(all, one, []);
    expect(new Set(coverage.lost.map(({ kind }) => kind))).toEqual(
      new Set(["watch-payments", "watch-payments-failed"]),
    );
    expect(reviewOf(one, all, []).coverage.lost).toEqual([]);
  });
});

test("without the configuration a rule that leaves somebody out is not said to lose an alert", () => {
  const report = coverageOf(inventoryOfStacks(stacksOf({ watch })), {});
  const differing = report.findings.filter(
    ({ rule, resource }) => rule === "pattern-differs" && resource?.stack === "signin-hub",
  );
  const ofWatches = differing.filter(({ resource }) => resource?.address.includes("_Rule-watch-"));
  const others = differing.filter((each) => !ofWatches.includes(each));
  expect(ofWatches.length).toBeGreaterThan(0);
  expect(others.length).toBeGreaterThan(0);
  for (const { detail } of differing) {
    expect(detail).toContain("it is not known whether a watch takes what it leaves out");
  }
  expect(report.cells.filter(({ covered }) => !covered)).toEqual([]);
});
