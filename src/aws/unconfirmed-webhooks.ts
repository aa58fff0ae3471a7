/** Addresses of a service that accepts posts and never confirms a subscription of SNS. */
interface Webhook {
  readonly service: string;
  readonly form: RegExp;
  /** What to use in its place. */
  readonly instead: string;
}

const chat = (key: string) =>
  `use the key ${key} of a route: Amazon Q Developer in chat applications subscribes itself`;
const relay = "use a function or a queue that passes the alert on";

const webhooks: readonly Webhook[] = [
  {
    service: "Slack",
    form: /^hooks\.slack(?:-gov)?\.com\//,
    instead: chat("slack"),
  },
  {
    service: "Microsoft Teams",
    form: /^(?:[\w-]+\.webhook\.office\.com|outlook\.office(?:365)?\.com\/webhook)(?:\/|$)/,
    instead: chat("teams"),
  },
  { service: "Discord", form: /^(?:\w+\.)?discord(?:app)?\.com\/api\//, instead: relay },
  {
    service: "Amazon SQS",
    form: /^(?:sqs\.[\w-]+|[\w-]+\.queue|queue)\.amazonaws\.com(?:\.cn)?\//,
    instead: "give the ARN of the queue: arn:aws:sqs:REGION:ACCOUNT:NAME",
  },
  { service: "Google Chat", form: /^chat\.googleapis\.com\//, instead: relay },
  { service: "Telegram", form: /^api\.telegram\.org\//, instead: relay },
  {
    service: "PagerDuty",
    form: /^events(?:\.eu)?\.pagerduty\.com\/(?:v2\/|generic\/)/,
    instead: `${relay}, or the address of an Event Orchestration, …/x-ere/KEY, with rules of yours; that of Amazon CloudWatch makes incidents of alarms alone`,
  },
  {
    service: "Opsgenie",
    form: /^api(?:\.eu)?\.opsgenie\.com\/v2\//,
    instead: "use the address of its integration for Amazon SNS, …/v1/json/amazonsns?apiKey=KEY",
  },
];

/**
 * The service of an https address that never confirms, so that SNS never delivers to it; undefined
 * for every other address.
 * @see https://docs.aws.amazon.com/sns/latest/dg/SendMessageToHttp.confirm.html
 */
export function unconfirmedWebhook(
  url: string,
): { readonly service: string; readonly instead: string } | undefined {
  const address = url.replace(/^https?:\/\//i, "");
  const [host = "", ...path] = address.split("/");
  const plain = [host.toLowerCase().replace(/:443$/, "").replace(/\.$/, ""), ...path].join("/");
  return webhooks.find(({ form }) => form.test(plain));
}
