import { parseArn } from "./arn";
import { isAccountId } from "./organizations";

/** Where the messages of a topic go. */
export interface Recipient {
  /**
   * `email` is confirmed by hand, `https` by its service or by hand, within 48 hours. The owner of a queue
   * (`sqs`) or of a function (`lambda`) must let the topic send; `sms` needs an origination number in some
   * countries.
   */
  readonly protocol: "email" | "https" | "sqs" | "lambda" | "sms";
  /** Address for the protocol; with a `name` also an expression of Terraform. */
  readonly endpoint: string;
  /**
   * Names an endpoint that is an expression, such as that of a variable: part of the subscription's id.
   * @default - the endpoint itself is
   */
  readonly name?: string;
}

// Braces are legal in an address, but Terraform would read ${…} as an expression.
const emailPattern = /^[\w.!#$%&'*+/=?^`|~-]{1,64}@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i;
const httpsPattern = /^https:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::(\d{1,5}))?(?:\/[^\s${}]*)?$/i;

/** Whether every part of a host's name is one. @see https://www.rfc-editor.org/rfc/rfc1123#section-2.1 */
function isHostName(host: string): boolean {
  return host.split(".").every((part) => part.length <= 63 && !/^-|-$/.test(part));
}

function isEmail(text: string): boolean {
  const [, host = ""] = emailPattern.exec(text) ?? [];
  // No top-level domain is a number: that is an address of IPv4.
  const isMailHost = host !== "" && isHostName(host) && !/\.\d+$/.test(host);
  return text.length <= 254 && isMailHost && !/^\.|\.@|\.\./.test(text);
}

function isHttps(text: string): boolean {
  const [, host = "", port = "443"] = httpsPattern.exec(text) ?? [];
  return host !== "" && isHostName(host) && Number(port) >= 1 && Number(port) <= 65_535;
}

function arnService(text: string): string | undefined {
  const arn = parseArn(text);
  const isPlace = isAccountId(arn?.account ?? "") && arn?.region !== "";
  return isPlace && /^(function:)?[\w-]+(\.fifo|:[\w-]+)?$/.test(arn?.resource ?? "")
    ? arn?.service
    : undefined;
}

/**
 * What a text of the configuration means as a recipient: an e-mail address, an https address, the ARN
 * of an SQS queue or a Lambda function, or a phone number. Undefined where it is none of these.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
 */
export function recipientOf(text: string): Recipient | undefined {
  if (isEmail(text)) return { protocol: "email", endpoint: text };
  if (isHttps(text)) return { protocol: "https", endpoint: text };
  if (/^\+[1-9]\d{6,14}$/.test(text)) return { protocol: "sms", endpoint: text };
  const service = arnService(text);
  if (service === "sqs" && !text.endsWith(".fifo")) return { protocol: "sqs", endpoint: text };
  return service === "lambda" ? { protocol: "lambda", endpoint: text } : undefined;
}
