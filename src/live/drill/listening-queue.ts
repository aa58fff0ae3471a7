import { onlyWithTls, policyDocument, queueArn } from "../../aws";
import type { Answer, LivePlace } from "../answer";
import type { Aws } from "../aws";
import { receivedAlert, type ReceivedAlert } from "./arrival";
import {
  createQueue,
  deleteQueue,
  receiveMessages,
  subscribe,
  subscriptionsOf,
  unsubscribe,
} from "./calls";
import type { Leftover } from "./drill";

type Failed = Exclude<Answer<unknown>, { readonly state: "known" }>;

/** Why there is no answer, in a line. */
export function reasonOf(answer: Failed): string {
  return answer.state === "missing"
    ? "it does not exist"
    : `${answer.notKnown.permission}: ${answer.notKnown.reason}`;
}

/** Whether a call that failed has certainly done nothing. */
function didNothing(answer: Failed): boolean {
  return (
    answer.state === "missing" ||
    /^(?:access denied|the credentials |there are no credentials)/u.test(answer.notKnown.reason)
  );
}

/** Seconds that SQS waits for a message, its longest. */
const longPoll = 20;

/** Seconds for which a message that was received is not received again: as long as SQS lets it, 12 hours. */
const visibilityTimeout = 43_200;

/**
 * A queue that listens on topics for a while. Whatever happens, `close` removes what was created, and says
 * what it could not.
 */
export class ListeningQueue {
  readonly #arn: string;
  readonly #url: string;
  #mayExist = false;
  /** ARN of the subscription of each topic; undefined where SNS did not say it. */
  readonly #subscriptions = new Map<string, string | undefined>();

  /** @param place - account and region of the hub, whose topics it listens on */
  constructor(
    readonly aws: Aws,
    readonly place: LivePlace & { readonly partition: string },
    readonly name: string,
  ) {
    const { account, region, partition } = place;
    this.#arn = queueArn(place, name);
    const domain = partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
    this.#url = `https://sqs.${region}.${domain}/${account}/${name}`;
  }

  /** Creates the queue and subscribes it. @returns why it does not listen; undefined where it does */
  async begin(topicArns: readonly string[]): Promise<string | undefined> {
    const policy = policyDocument(
      {
        Sid: "TopicsOfTheDrill",
        Effect: "Allow",
        Principal: { Service: "sns.amazonaws.com" },
        Action: "sqs:SendMessage",
        Resource: this.#arn,
        Condition: { ArnEquals: { "aws:SourceArn": topicArns } },
      },
      onlyWithTls("sqs:*", this.#arn),
    );
    const created = await this.aws.at(this.place, (here) =>
      createQueue(here, this.name, {
        Policy: policy,
        SqsManagedSseEnabled: "true",
        VisibilityTimeout: String(visibilityTimeout),
      }),
    );
    this.#mayExist = created.state === "known" || !didNothing(created);
    if (created.state !== "known") return `the queue was not created: ${reasonOf(created)}`;
    for (const topic of topicArns) {
      const answer = await this.aws.at(this.place, (here) => subscribe(here, topic, this.#arn));
      if (answer.state === "known") {
        this.#subscriptions.set(topic, answer.value);
      } else {
        if (!didNothing(answer)) this.#subscriptions.set(topic, undefined);
        return `the queue was not subscribed to ${topic}: ${reasonOf(answer)}`;
      }
    }
    return undefined;
  }

  /** Alerts that came meanwhile; waits some seconds for one. A text where AWS does not answer. */
  async received(signal: AbortSignal): Promise<readonly ReceivedAlert[] | string> {
    const answer = await this.aws.at(this.place, (here) =>
      receiveMessages(here, this.#url, longPoll, signal),
    );
    if (answer.state !== "known") return reasonOf(answer);
    return answer.value.flatMap((message) => receivedAlert(message) ?? []);
  }

  /** Removes all that was created. @returns what is left, with the calls that remove it */
  async close(): Promise<readonly Leftover[]> {
    const left: Leftover[] = [];
    for (const [topic, known] of this.#subscriptions) {
      left.push(...(await this.#unsubscribed(topic, known)));
    }
    this.#subscriptions.clear();
    if (!this.#mayExist) return left;
    const deleted = await this.aws.at(this.place, (here) => deleteQueue(here, this.#url));
    if (deleted.state !== "not known") return left;
    return [
      ...left,
      {
        what: `the queue ${this.name} (${reasonOf(deleted)})`,
        remove: this.#call("sqs", "delete-queue", "--queue-url", this.#url),
      },
    ];
  }

  async #unsubscribed(topic: string, known: string | undefined): Promise<readonly Leftover[]> {
    const listed: Answer<readonly string[]> =
      known === undefined
        ? await this.aws.at(this.place, (here) => subscriptionsOf(here, topic, this.#arn))
        : { state: "known", value: [known] };
    if (listed.state === "missing") return [];
    if (listed.state === "not known") {
      return [
        {
          what: `perhaps a subscription of the queue to ${topic} (${reasonOf(listed)}): unsubscribe what this lists for ${this.#arn}`,
          remove: this.#call("sns", "list-subscriptions-by-topic", "--topic-arn", topic),
        },
      ];
    }
    const left: Leftover[] = [];
    for (const arn of listed.value) {
      const answer = await this.aws.at(this.place, (here) => unsubscribe(here, arn));
      if (answer.state !== "not known") continue;
      left.push({
        what: `the subscription ${arn} (${reasonOf(answer)})`,
        remove: this.#call("sns", "unsubscribe", "--subscription-arn", arn),
      });
    }
    return left;
  }

  #call(service: string, action: string, option: string, value: string): readonly string[] {
    return ["aws", service, action, "--region", this.place.region, option, value];
  }
}
