import fc from "fast-check";
import { compilePattern } from "../../src/aws/eventbridge";
import { alertRulesOf, catalog, severities, type EventEnvelope } from "../../src/catalog";
import type { Route, SignInAlertsProps } from "../../src/stacks";
import { expectationsOf, resolve } from "../../src/plan";
import { recipientOf } from "../../src/aws/recipient";
import { selectedAccounts } from "../../src/plan/selectors";
import { signInRecords } from "../catalog/records";
import { runs } from "../property-runs";
import { example, Organization } from "./example-organization";

const organization = { ...example, recipients: undefined } as unknown as SignInAlertsProps;
const recipients = ["security@example.com"];
const events = signInRecords.map(({ event }) => event);
const accounts = [...new Set(events.map(({ account }) => account))];

function propsWith(routes: readonly Route[]): SignInAlertsProps {
  return {
    ...organization,
    kinds: Object.fromEntries(catalog.map(({ name }) => [name, "on" as const])),
    accounts: [...new Set([...example.accounts.map(({ id }) => id), ...accounts])].map((id, i) => ({
      id,
      name: `a-${id}`,
      tags: { env: i % 2 === 0 ? "prod" : "dev" },
    })),
    routes,
  };
}

/** Names of the routes whose rules take an event, one for each rule, by whichever of their topics. */
function notifiedBy(props: SignInAlertsProps, event: EventEnvelope): readonly string[] {
  return expectationsOf(resolve(props)).routes.flatMap(({ name, rules }) =>
    rules
      .filter(({ pattern }) => compilePattern(pattern).matches({ ...event }))
      .map(() => name.replace(/-open$/u, "")),
  );
}

function kindOf(event: EventEnvelope) {
  const everything = propsWith([{ name: "all", recipients }]);
  const rules = expectationsOf(resolve(everything)).routes.flatMap((route) => route.rules);
  const rule = rules.find(({ pattern }) => compilePattern(pattern).matches({ ...event }));
  return catalog.find(({ name }) => name === rule?.kind);
}

test("each event reaches each route that it is meant for exactly once, and no other", () => {
  const kinds = catalog.map(({ name }) => name);
  const route = fc.record(
    {
      kinds: fc.subarray(kinds, { minLength: 1 }),
      minSeverity: fc.constantFrom(...severities),
      accounts: fc.subarray([...accounts, "env=prod", "a-*"], { minLength: 1 }),
      exceptAccounts: fc.subarray([...accounts, "env=prod", "a-*"], { minLength: 1 }),
    },
    { requiredKeys: [] },
  );
  const byEvent = new Map(events.map((event) => [event, kindOf(event)]));
  fc.assert(
    fc.property(fc.array(route, { minLength: 1, maxLength: 4 }), (chosen) => {
      const routes = chosen.map((each, i) => ({ ...each, name: `route-${i}`, recipients }));
      const props = propsWith(routes);
      for (const [event, kind] of byEvent) {
        if (!kind) throw new Error("an event is of no kind");
        const wanted = routes.filter(
          (each) =>
            (each.kinds?.includes(kind.name) ?? true) &&
            severities.indexOf(kind.severity) >= severities.indexOf(each.minSeverity ?? "info") &&
            (!each.accounts ||
              selectedAccounts(each.accounts, props.accounts).includes(event.account)) &&
            !selectedAccounts(each.exceptAccounts ?? [], props.accounts).includes(event.account),
        );
        expect(notifiedBy(props, event)).toEqual(wanted.map(({ name }) => name));
      }
    }),
    runs(15),
  );
});

describe("records and routes", () => {
  const props = propsWith([
    { name: "pager", minSeverity: "critical", recipients: ["https://events.example.com/x"] },
    { name: "prod", accounts: ["env=prod"], recipients },
    { name: "archive", recipients: ["arn:aws:sqs:eu-central-1:222222222222:archive"] },
  ]);

  test.each(signInRecords)(
    "$name reaches the pager if it is of root, and the archive always",
    ({ event }) => {
      const names = notifiedBy(props, event);
      expect(names.includes("pager")).toBe(kindOf(event)?.severity === "critical");
      expect(names.includes("archive")).toBe(true);
      expect(names.includes("prod")).toBe(
        props.accounts.find(({ id }) => id === event.account)?.tags?.["env"] === "prod",
      );
    },
  );
});

test("roles of single sign-on raise no alert of missing MFA", () => {
  const sso = events.filter((event) => JSON.stringify(event.detail).includes("AWSReservedSSO_"));
  expect(sso.length).toBeGreaterThan(0);
  for (const event of sso) expect(kindOf(event)?.name).not.toBe("iam-user-sign-in-without-mfa");
});

test("each route has a topic with its recipients, by the protocol of each", () => {
  const { hub } = new Organization({
    ...organization,
    routes: [
      {
        name: "all-forms",
        recipients: [
          "security@example.com",
          "https://events.example.com/hook?x=1",
          "arn:aws:sqs:eu-central-1:222222222222:archive",
          "arn:aws:lambda:eu-central-1:222222222222:function:page",
          "+491701234567",
        ],
      },
      {
        name: "own-topic",
        topicArn: "arn:aws:sns:eu-central-1:222222222222:theirs",
        openTopicArn: "arn:aws:sns:eu-central-1:222222222222:theirs",
      },
    ],
  });
  const topic = hub.only("aws_sns_topic", "signin-alerts-all-forms");
  const subscriptions = hub
    .ofType("aws_sns_topic_subscription")
    .filter(({ values }) => values["topic_arn"] === `\${${topic.address}.arn}`);
  expect(subscriptions.map(({ values }) => values["protocol"]).sort()).toEqual([
    "email",
    "https",
    "lambda",
    "sms",
    "sqs",
  ]);
  const targets = hub
    .ofType("aws_cloudwatch_event_target")
    .filter(({ values }) => values["arn"] === "arn:aws:sns:eu-central-1:222222222222:theirs");
  expect(targets.length).toBe(
    catalog.filter(({ onByDefault }) => onByDefault).flatMap((kind) => alertRulesOf(kind, {}))
      .length,
  );
});

test.each([
  ["a@example.com", "email"],
  ["https://hooks.example.com/a", "https"],
  ["http://hooks.example.com/a", undefined],
  ["+491701234567", "sms"],
  ["0170 1234567", undefined],
  ["arn:aws:sqs:us-east-1:111111111111:q", "sqs"],
  ["arn:aws:sqs:us-east-1:111111111111:q.fifo", undefined],
  ["arn:aws:lambda:us-east-1:111111111111:function:f", "lambda"],
  ["arn:aws:sns:us-east-1:111111111111:t", undefined],
  ["https://${aws.region}", undefined],
])("%s is a recipient by %s", (text, protocol) => {
  expect(recipientOf(text)?.protocol).toBe(protocol);
});
