import type { Resource } from "../inventory";
import { callsAws } from "../resource-types";
import { labels, partOfWhole, textsOf } from "./mentions";

/** What a resource may do by the calls of AWS that it makes. */
export interface Calls {
  /** Every text and word of what it calls with. */
  readonly words: ReadonlySet<string>;
  /** Expressions that are not resolved. */
  readonly unknown: readonly string[];
  /** The first call that holds for a whole organization or account, whatever it is called with. */
  readonly ofAccount: string | undefined;
}

/** Services, as the SDK calls them, that hold what alerts pass, or reach it by another's hand. */
const services =
  /^(?:chatbot|cloudcontrol|cloudformation|cloudtrail|cloudwatch|cloudwatchevents|cloudwatchlogs|config|eventbridge|fis|iam|kms|lambda|notifications|notificationscontacts|s3|s3control|servicecatalog|sns|sqs|ssm)$/iu;

/** What only reads, or does to a resource what it is there for. */
const harmless =
  /^(?:(?:batchget|check|describe|detect|enable|estimate|filter|get|head|list|lookup|poll|search|select|simulate|tag|test|untag|validate)\w*|decrypt|encrypt|generatedatakey\w*|invoke|publish(?:batch|version)?|putevents|putlogevents|putmetricdata|sendmessage(?:batch)?|startlogging)$/iu;

/** What holds for a whole organization, account or region, whatever it is called with. */
const ofAccount =
  /^(?:organizations:(?:attach|close|delete|deregister|detach|disable|leave|move|put|remove|update)\w*|account:disableregion|controltower:(?:delete|disable|reset|update)\w*|cloudformation:deactivateorganizationsaccess|cloudtrail:deregisterorganizationdelegatedadmin|cloudwatchlogs:putaccountpolicy|notifications:(?:deregister|disable)\w*|sns:setsmsattributes)$/iu;

const sdkCall = /\baws-sdk:(?<service>\w+):(?<action>\w+)/gu;

/**
 * What a resource calls AWS with; undefined for one that calls nothing that alerts depend on. A schedule and
 * a state machine say which call they make; of the others any may be.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
export function callsOf(resource: Resource): Calls | undefined {
  const how = callsAws(resource.type, resource.attributes);
  if (how === undefined) return undefined;
  const { texts, unknown } = textsOf(resource, ownWords);
  const made = texts.flatMap((text) =>
    [...text.matchAll(sdkCall)].map(({ groups }) => ({
      service: groups?.["service"] ?? "",
      action: groups?.["action"] ?? "",
    })),
  );
  const whole = made.find(({ service, action }) => ofAccount.test(`${service}:${action}`));
  const changes = made.some(
    ({ service, action }) => services.test(service) && !harmless.test(action),
  );
  if (how === "named calls" && !changes && whole === undefined) return undefined;
  const words = new Set(texts.flatMap((text) => [text, ...wordsOf(text)]));
  return { words, unknown, ofAccount: whole && `${whole.service}:${whole.action}` };
}

/** Arguments that say what it is called itself. */
const ownWords = [...labels, "name", "id", "arn"];

/** Stacks of a stack set are called after it, in each account with an id of their own. */
const ofStackSet = /^StackSet-(.*?)(?:-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})?$/u;

/** The words of a text, a path whole and in its parts, and the stack set that a stack is of. */
function wordsOf(text: string): readonly string[] {
  const whole = text.match(/[\w.:/+=@-]+/gu) ?? [];
  const parts = whole.flatMap((word) => [word, ...word.split(/[/=]/u)]);
  return parts.flatMap((word) => [
    word,
    word.replace(partOfWhole, "$1$2"),
    ...(ofStackSet.exec(word)?.slice(1) ?? []),
  ]);
}
