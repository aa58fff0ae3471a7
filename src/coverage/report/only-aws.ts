/** Something that no check can show; code is between backticks, as in Markdown. */
export interface OpenQuestion {
  readonly text: string;
  /** Decision that deals with it: the name of its page. */
  readonly decision?: string;
}

/** What no test without AWS can show. */
export const onlyAwsCanTell: readonly OpenQuestion[] = [
  { text: "that EventBridge delivers each sign-in to the bus of its region, and how soon" },
  {
    text: "that AWS accepts the conditions of the event bus policy together (each alone is documented)",
  },
  {
    text: "that EventBridge may write to queues encrypted by SSE-SQS",
    decision: "004-sse-sqs",
  },
  {
    text: "that a scheduled rule reaches an event bus in another account, as rules on events do",
  },
  {
    text: "that CloudWatch accepts an alarm period of 90,000 seconds: its API allows a week, older pages say a day",
  },
  {
    text: "that alarms on Metrics Insights find the metrics of `AWS/Events` by `EventBusName`",
    decision: "013-sums-over-rules",
  },
  {
    text: "whether CloudTrail records `SendMessage` where EventBridge is the sender",
    decision: "012-dead-letters-by-data-events",
  },
  {
    text: "that the policy of CloudWatch Logs, which names one log group, is enough for EventBridge to write heartbeats",
  },
  { text: "how the mail looks in the end, quotes and line breaks included" },
  {
    text: "that EventBridge accepts fields beside `$or` and in it, as the patterns of ignored sign-ins have them",
  },
  { text: "that Lambda and the chat service send the conditions in the trust of their roles" },
  {
    text: "whether a member account records `AssumeRoot`, too: then you are notified twice, once from each account",
  },
  {
    text: "that roles of IAM Identity Center have the path `aws-reserved/sso.…` and names that begin with `AWSReservedSSO_`, that the session of an instance's role is called `i-0…`, and that `aws.sso` sends its records under the names that `sso-session` has",
  },
  {
    text: "that a denied sign-in says so in the two sentences that `sign-in-denied-by-policy` knows; any other reason is one of `failed-sign-in`",
  },
  {
    text: "that a first deploy succeeds at once: new IAM roles take some seconds to be known everywhere. If a target or the trail fails, deploy again",
  },
];

/** What the check does not look at. */
export const notSeen: readonly OpenQuestion[] = [
  { text: "service control policies and other policies that are not in what it reads" },
  { text: "what exists in AWS and is in nothing that it reads" },
  { text: "whether an address was confirmed" },
];
