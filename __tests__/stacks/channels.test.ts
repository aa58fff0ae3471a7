import { coverageOf, inventoryOfStacks } from "../../src/coverage";
import { expectationsOf, resolve } from "../../src/plan";
import { checkConfiguration, type Route, type SignInAlertsProps } from "../../src/stacks";
import { resourcesOf, type MutableJson } from "../coverage/mutation/mutant";
import {
  organizationWith,
  reportOf,
  smallOrganization,
  stacksOf,
} from "../coverage/small-organization";

/** A day that is neither over nor too far ahead on this one. */
jest.useFakeTimers({ now: new Date("2026-12-01T12:00:00Z"), doNotFake: ["performance"] });
const until = "2027-11-30";

const recipients = ["security@example.com"];
const slack = { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" };
const teams = {
  tenantId: "0a1b2c3d-0000-1111-2222-333344445555",
  teamId: "0a1b2c3d-0000-1111-2222-333344446666",
  channelId: "19%3aabcdef%40thread.tacv2",
};

/** The organization with some routes in the place of its recipients. */
function withRoutes(routes: readonly Route[], more: Partial<SignInAlertsProps> = {}) {
  expect(smallOrganization.recipients).toEqual(recipients);
  const props = organizationWith({ routes, ...more });
  const stacks = stacksOf({ routes, ...more });
  return {
    stacks,
    report: coverageOf(inventoryOfStacks(stacks), { expected: expectationsOf(resolve(props)) }),
  };
}

const variants: Readonly<Record<string, readonly [readonly Route[], Partial<SignInAlertsProps>?]>> =
  {
    "by severity and account": [
      [
        { name: "pager", minSeverity: "critical", recipients: ["https://events.example.com/x"] },
        { name: "payments", accounts: ["payments"], recipients },
        { name: "others", exceptAccounts: ["payments"], recipients: ["others@example.com"] },
        { name: "all", recipients: ["arn:aws:sqs:eu-central-1:222222222222:archive"] },
      ],
    ],
    "to a topic that is there": [
      [
        {
          name: "theirs",
          topicArn: "arn:aws:sns:eu-central-1:222222222222:theirs",
          openTopicArn: "arn:aws:sns:eu-central-1:222222222222:theirs",
        },
      ],
      { operations: { recipients } },
    ],
    "to chat": [
      [
        { name: "slack", slack },
        { name: "teams", teams },
      ],
      { operations: { recipients } },
    ],
    "by a formatter": [[{ name: "mail", recipients }], { formatter: true }],
    "beside User Notifications": [
      [{ name: "mail", recipients }],
      { userNotifications: { emails: [{ name: "security", address: "security@example.com" }] } },
    ],
    "with something ignored": [
      [{ name: "mail", recipients }],
      {
        ignore: [
          {
            principalArn: "arn:aws:sts::*:assumed-role/deployer/*",
            until,
            reason: "pipelines",
          },
        ],
      },
    ],
  };

test.each(Object.entries(variants))(
  "an organization that is notified %s is covered",
  (_, [routes, more]) => {
    const { report } = withRoutes(routes, more);
    expect(report.findings).toEqual([]);
    expect(report.cells.filter(({ covered }) => !covered)).toEqual([]);
    expect(report.cells.length).toBeGreaterThan(10);
  },
);

test("a route that loses one of its rules is named, though another route is notified", () => {
  const routes = [
    { name: "one", recipients },
    { name: "two", recipients: ["audit@example.com"] },
  ];
  const expected = expectationsOf(resolve({ ...smallOrganization, routes }));
  const stacks = stacksOf({ routes }).map((stack) => {
    const document = structuredClone(stack.document) as MutableJson;
    for (const type of ["aws_cloudwatch_event_rule", "aws_cloudwatch_event_target"]) {
      const resources = resourcesOf(document, type);
      for (const name of Object.keys(resources)) {
        if (name.includes("Rule-root-sign-in-two")) Reflect.deleteProperty(resources, name);
      }
    }
    return { ...stack, document };
  });
  const gaps = reportOf(stacks, expected).cells.filter(({ covered }) => !covered);
  expect(new Set(gaps.map(({ kind }) => kind))).toEqual(new Set(["root-sign-in"]));
  expect(gaps[0]?.blocker?.rule).toBe("route-not-notified");
  expect(gaps[0]?.blocker?.detail).toMatch(/^two, arn:aws:sns/);
});

test("what is ignored is listed, and costs no alert", () => {
  const ignore = [{ accounts: ["payments"], kinds: ["federated-sign-in"], until, reason: "tests" }];
  const { report } = withRoutes([{ name: "mail", recipients }], { ignore });
  expect(report.ignored).toEqual([
    { accounts: ["333333333333"], kinds: ["federated-sign-in"], note: `tests, until ${until}` },
  ]);
  const ignored = ({ account, kind }: (typeof report.cells)[number]) =>
    account === "333333333333" && kind === "federated-sign-in";
  expect(report.cells.filter(ignored)).toEqual([]);
  expect(report.cells.filter(({ covered }) => !covered)).toEqual([]);
});

test.each<[string, Route, RegExp]>([
  ["two channels", { name: "a", recipients, slack }, /recipients and slack are given/],
  [
    "a Slack id of the wrong form",
    { name: "a", slack: { ...slack, channelId: "general" } },
    /not a valid id/,
  ],
  [
    "a Teams id of the wrong form",
    { name: "a", teams: { ...teams, teamId: "sales" } },
    /not a valid id/,
  ],
])("fails for %s", (_, route, problem) => {
  const operations = { recipients };
  const organization = { ...smallOrganization, recipients: undefined, operations };
  const problems = checkConfiguration({ ...organization, routes: [route] });
  expect(problems.map((each) => each.problem)).toEqual([expect.stringMatching(problem)]);
});

test("fails for routes that leave no recipient of a broken path", () => {
  const [problem, ...others] = checkConfiguration({
    ...smallOrganization,
    recipients: undefined,
    routes: [{ name: "slack", slack }],
  });
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ path: ["operations"] });
  expect(problem?.problem).toMatch(
    /no recipient would be notified when the path of alerts is broken/,
  );
});
