import { createHash } from "node:crypto";
import { drillEvent } from "../../../src/cli/drill/notified-topics";
import { inputTransformerFor } from "../../../src/catalog";
import { compileInputTransformer, matchesPattern } from "../../../src/aws/eventbridge";
import { loadConfiguration, resolve } from "../../../src/plan";
import { FederationServer } from "../../live/federation-server";
import { callerIdentity, standInOfSuite, type StandInAnswer } from "../../live/stand-in";
import { capturedRun, type Ending } from "../captured-run";

export const plan = resolve(loadConfiguration("signin-alerts.yaml"));
const begin = Date.UTC(2026, 10, 27, 1, 50, 7);
export const stamp = "20261127015007";
const { account, region } = plan.hub.place;
export const queueName = `signin-alerts-drill-${stamp}`;
export const queueArn = `arn:aws:sqs:${region}:${account}:${queueName}`;
export const queueUrl = `https://sqs.${region}.amazonaws.com/${account}/${queueName}`;

const xml = (operation: string, result: string): StandInAnswer => ({
  headers: { "content-type": "text/xml" },
  body: `<${operation}Response><${operation}Result>${result}</${operation}Result></${operation}Response>`,
});

/**
 * Stands in for AWS as far as a drill calls it: what signs in at the federation endpoint becomes an event, the
 * patterns and transformers of the plan make alerts of it, and the queue gets those of its topics.
 */
class DrillWorld {
  readonly subscribed = new Map<string, string>();
  /** What is created and not removed. */
  readonly there = new Set<string>();
  /** Answers by operation in the place of the usual ones. */
  faults: (operation: string, sent: string) => StandInAnswer | undefined = () => undefined;
  /** Whether an event of a region gets to the hub. */
  delivers: (region: string) => boolean = () => true;
  /** Region that a record names. */
  recordedIn: (region: string) => string = (asked) => asked;
  now = begin;
  /** Sessions by the key of their credentials. */
  readonly #sessions = new Map<string, { role: string; session: string; account: string }>();
  readonly #messages: { body: string; sent: number }[] = [];

  constructor(readonly federation: FederationServer) {
    federation.onSignIn = ({ region: at, accessKeyId }) => {
      const session = this.#sessions.get(accessKeyId);
      if (session && this.delivers(at)) this.#happen(this.recordedIn(at), session);
    };
  }

  /** Puts an alert on a topic. */
  publish(topicArn: string, text: string): void {
    if (!this.subscribed.has(topicArn)) return;
    this.#messages.push({
      body: JSON.stringify({
        Type: "Notification",
        MessageId: "m",
        TopicArn: topicArn,
        Message: text,
        Timestamp: new Date(this.now + 2500).toISOString(),
      }),
      sent: this.now + 2600,
    });
  }

  #happen(at: string, session: { role: string; session: string; account: string }): void {
    const event = drillEvent(plan, { account: session.account, region: at }, session);
    const record = {
      ...event.detail,
      eventTime: new Date(this.now).toISOString().replace(/\.\d+/u, ""),
    };
    const placed = { ...event, detail: record };
    for (const { name, kind, pattern, route } of plan.hub.rules) {
      if (!pattern || !matchesPattern(pattern, placed)) continue;
      const render = compileInputTransformer(inputTransformerFor(kind, { partition: "aws" }));
      this.publish(route.topic.arn, render(placed, { ruleArn: "", ruleName: name }).text);
    }
  }

  respond(operation: string, sent: string): StandInAnswer {
    const fault = this.faults(operation, sent);
    if (fault) return fault;
    const form = new URLSearchParams(sent);
    switch (operation) {
      case "GetCallerIdentity":
        return callerIdentity("111111111111");
      case "AssumeRole": {
        const key = `ASIA${this.#sessions.size}`;
        const [, , , , of = "", role = ""] = (form.get("RoleArn") ?? "").split(":");
        const session = form.get("RoleSessionName") ?? "";
        this.#sessions.set(key, { account: of, role: role.split("/").at(-1) ?? "", session });
        return xml(
          operation,
          `<Credentials><AccessKeyId>${key}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>`,
        );
      }
      case "CreateQueue":
        this.there.add("queue");
        return { body: JSON.stringify({ QueueUrl: queueUrl }) };
      case "Subscribe": {
        const topic = form.get("TopicArn") ?? "";
        this.subscribed.set(topic, `${topic}:1234`);
        this.there.add(`${topic}:1234`);
        return xml(operation, `<SubscriptionArn>${topic}:1234</SubscriptionArn>`);
      }
      case "ListSubscriptionsByTopic": {
        const arn = this.subscribed.get(form.get("TopicArn") ?? "");
        const member = `<member><SubscriptionArn>${arn ?? ""}</SubscriptionArn><Endpoint>${queueArn}</Endpoint></member>`;
        return xml(operation, `<Subscriptions>${arn === undefined ? "" : member}</Subscriptions>`);
      }
      case "ReceiveMessage": {
        const Messages = this.#messages.splice(0, 10).map(({ body, sent: at }) => ({
          Body: body,
          MD5OfBody: createHash("md5").update(body).digest("hex"),
          Attributes: { SentTimestamp: String(at) },
        }));
        return { body: JSON.stringify(Messages.length > 0 ? { Messages } : {}) };
      }
      case "Publish":
        this.publish(form.get("TopicArn") ?? "", form.get("Message") ?? "");
        return xml(operation, "<MessageId>m</MessageId>");
      case "Unsubscribe":
        this.there.delete(form.get("SubscriptionArn") ?? "");
        return xml(operation, "");
      case "DeleteQueue":
        this.there.delete("queue");
        return {};
      default:
        return {};
    }
  }
}

/** A world for each test of the suite, and the command in it. */
export function drillSuite() {
  const server = standInOfSuite();
  let federation: FederationServer;
  let world: DrillWorld;
  beforeEach(async () => {
    federation = await FederationServer.start();
    world = new DrillWorld(federation);
    server().asked.length = 0;
    server().respond = (operation, sent) => world.respond(operation, sent);
  });
  afterEach(() => federation.stop());
  const run = (
    argv: readonly string[],
    settings: Parameters<typeof capturedRun>[1] = {},
  ): Promise<Ending> =>
    capturedRun(["drill", "--config", "signin-alerts.yaml", ...argv], {
      now: () => world.now,
      // SQS itself waits for messages before each of these, which the stand-in does not.
      wait: (milliseconds) => {
        world.now += milliseconds + 20_000;
      },
      env: { SIGNIN_ALERTS_FEDERATION_ENDPOINT: federation.endpoint },
      ...settings,
    });
  return { server, world: () => world, run };
}
