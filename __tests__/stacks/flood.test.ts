import {
  catalog,
  placeSample,
  samplesOf,
  type AlertKind,
  type EventEnvelope,
} from "../../src/catalog";
import { coverageOf, inventoryOfStacks, traceEvent, type StackDocument } from "../../src/coverage";
import { expectationsOf, resolve } from "../../src/plan";
import type { SignInAlertsProps } from "../../src";
import { HUB_REGION, MEMBER, organizationWith, stacksOf } from "../coverage/small-organization";

type Bodies = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Messages a second above which SNS suspends a mail subscription: those after it are lost. */
const mostMails = 10;

function eventOf(kind: string): EventEnvelope {
  const found = catalog.find(({ name }) => name === kind);
  const [sample] = found ? samplesOf(found) : [];
  if (!sample) throw new Error(`no sample of ${kind}`);
  const place = { account: MEMBER, region: "us-east-1", partition: "aws" } as const;
  return placeSample(sample, place);
}

/** What happens in one minute: so many of an event, evenly, and another one at its end. */
interface Minute {
  readonly flood: EventEnvelope;
  readonly count: number;
  readonly last: EventEnvelope;
}

/** Messages of the last event that each mail subscription, `topic recipient`, is sent. */
function lastMails(stacks: readonly StackDocument[], { flood, count, last }: Minute) {
  const inventory = inventoryOfStacks(stacks);
  const subscriptions = (event: EventEnvelope): readonly string[] =>
    traceEvent(inventory, event).deliveries.flatMap(({ topic, recipients }) =>
      recipients.filter((each) => each.startsWith("email:")).map((each) => `${topic} ${each}`),
    );
  const perSecond = new Map<string, number>();
  for (const each of subscriptions(flood)) {
    perSecond.set(each, (perSecond.get(each) ?? 0) + count / 60);
  }
  return subscriptions(last).filter((each) => (perSecond.get(each) ?? 0) <= mostMails);
}

/** The same stacks with one topic for all kinds, as they were before. */
function withOneTopic(stacks: readonly StackDocument[]): readonly StackDocument[] {
  return stacks.map((stack) => {
    if (stack.name !== "signin-hub") return stack;
    const resources = stack.document["resource"] as Readonly<Record<string, Bodies>>;
    const keyOf = (topic: string): string =>
      Object.entries(resources["aws_sns_topic"] ?? {}).find(
        ([, { name }]) => name === topic,
      )?.[0] ?? "";
    const targets = JSON.stringify(resources["aws_cloudwatch_event_target"]);
    const joined = targets.replaceAll(keyOf("signin-alerts-open"), keyOf("signin-alerts"));
    const resource = { ...resources, aws_cloudwatch_event_target: JSON.parse(joined) as Bodies };
    return { ...stack, document: { ...stack.document, resource } };
  });
}

const minute: Minute = {
  flood: eventOf("failed-sign-in"),
  count: 100_000,
  last: eventOf("root-sign-in"),
};
const topic = `arn:aws:sns:${HUB_REGION}:222222222222:signin-alerts`;

describe("100,000 failed sign-ins in a minute", () => {
  test("do not keep the mail about a root sign-in, which comes once", () => {
    expect(lastMails(stacksOf(), minute)).toEqual([`${topic} email:security@example.com`]);
  });

  test("would keep it, had all kinds one topic", () => {
    expect(lastMails(withOneTopic(stacksOf()), minute)).toEqual([]);
  });

  test("with one topic are a finding of each mailbox, and of no queue", () => {
    const queue = `arn:aws:sqs:${HUB_REGION}:222222222222:alerts`;
    const recipients = ["security@example.com", "+491701234567", queue];
    const want = expectationsOf(resolve(organizationWith({ recipients })));
    const { findings } = coverageOf(inventoryOfStacks(withOneTopic(stacksOf({ recipients }))), {
      expected: want,
    });
    const found = findings.filter(({ rule }) => rule === "flood-silences-alerts");
    expect(found.map(({ resource }) => resource?.address.replace(/_[0-9A-F]{8}$/u, ""))).toEqual([
      "aws_sns_topic_subscription.topic_email-securityexamplecom",
      "aws_sns_topic_subscription.topic_sms-491701234567",
    ]);
  });

  test("or of any kind that anybody can cause keep no alert of another kind", () => {
    const props: Partial<SignInAlertsProps> = {
      kinds: Object.fromEntries(catalog.map(({ name }) => [name, "on"])),
      trail: { type: "create", logReadEvents: true },
    };
    const inventory = inventoryOfStacks(stacksOf(props));
    const topicsOf = ({ name }: AlertKind): readonly string[] =>
      traceEvent(inventory, eventOf(name)).deliveries.map((each) => each.topic);
    const [open, rest] = ["anybody", "signed-in"].map((cause) =>
      catalog.filter(({ causedBy }) => causedBy === cause).map(topicsOf),
    );
    expect(new Set(open?.flat())).toEqual(new Set([`${topic}-open`]));
    expect(new Set(rest?.flat())).toEqual(new Set([topic]));
    expect([...(open ?? []), ...(rest ?? [])].every(({ length }) => length === 1)).toBe(true);
  });
});

describe("topics", () => {
  const topicsOf = (props: Partial<SignInAlertsProps>) =>
    resolve(organizationWith(props)).hub.routes.map(({ title, kinds, topic: { arn } }) => ({
      title,
      topic: arn.split(":").at(-1),
      causes: [...new Set(kinds.map(({ causedBy }) => causedBy))].sort(),
    }));
  const both = ["anybody", "signed-in"];

  test("are two where a mailbox is notified of both", () => {
    const recipients = ["security@example.com", "https://events.example.com/x"];
    expect(topicsOf({ recipients })).toEqual([
      { title: "default", topic: "signin-alerts", causes: ["signed-in"] },
      { title: "open", topic: "signin-alerts-open", causes: ["anybody"] },
    ]);
  });

  test("are one where no mailbox and no phone is notified, or of one sort alone", () => {
    const routes = [
      { name: "pager", recipients: ["https://events.example.com/x"] },
      { name: "failed", kinds: ["failed-sign-in"], recipients: ["security@example.com"] },
      { name: "root", kinds: ["root-sign-in"], recipients: ["security@example.com"] },
      { name: "chat", slack: { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" } },
    ];
    expect(topicsOf({ routes })).toEqual([
      { title: "pager", topic: "signin-alerts-pager", causes: both },
      { title: "failed", topic: "signin-alerts-failed", causes: ["anybody"] },
      { title: "root", topic: "signin-alerts-root", causes: ["signed-in"] },
      { title: "chat", topic: "signin-alerts-chat", causes: both },
    ]);
  });

  test("that exist are told of what anybody can cause where the configuration says", () => {
    const arn = (name: string) => `arn:aws:sns:${HUB_REGION}:222222222222:${name}`;
    const routes = [
      { name: "two", topicArn: arn("mail"), openTopicArn: arn("failures") },
      { name: "one", topicArn: arn("queue"), openTopicArn: arn("queue") },
    ];
    expect(topicsOf({ routes })).toEqual([
      { title: "two", topic: "mail", causes: ["signed-in"] },
      { title: "two-open", topic: "failures", causes: ["anybody"] },
      { title: "one", topic: "queue", causes: both },
    ]);
  });
});
