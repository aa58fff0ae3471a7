import { Token, type TerraformProvider } from "cdktf";
import { findRegion, parseArn, type Place } from "../src/aws";
import { partitionOfNewRegion } from "../src/aws/regions";
import { bucketNameForm, isBucketName } from "../src/aws/bucket-name";
import type { RetryPolicy } from "./retry-policy";

/** Throws one error with all problems. @throws RangeError */
export function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new RangeError(problems.join("; "));
}

/** A text of some form; one that Terraform will know is let through. */
export function textProblems(
  property: string,
  value: string | undefined,
  form: RegExp,
  allowed: string,
): readonly string[] {
  if (value === undefined || Token.isUnresolved(value) || form.test(value)) return [];
  return [`'${property}' must be ${allowed}, got: ${value}`];
}

/** A whole number from one to another; one that Terraform will know is let through. */
export function numberProblems(
  property: string,
  value: number | undefined,
  least: number,
  most = Infinity,
): readonly string[] {
  if (value === undefined || Token.isUnresolved(value)) return [];
  if (Number.isInteger(value) && value >= least && value <= most) return [];
  const range = most === Infinity ? `${least} or more` : `${least} to ${most}`;
  return [`'${property}' must be a whole number, ${range}, got: ${value}`];
}

/** One of some texts. */
export function choiceProblems(
  property: string,
  value: string | undefined,
  choices: readonly string[],
): readonly string[] {
  if (value === undefined || Token.isUnresolved(value) || choices.includes(value)) return [];
  return [`'${property}' must be ${choices.join(", or ")}, got: ${JSON.stringify(value)}`];
}

/** Id of an organization. */
export function organizationProblems(value: string | undefined): readonly string[] {
  const allowed = "the id of an organization such as o-a1b2c3d4e5";
  return textProblems("organizationId", value, /^o-[a-z0-9]{10,32}$/u, allowed);
}

/**
 * Regions that AWS has. @param fresh those that it opened after this version was released
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
export function regionProblems(
  property: string,
  values: readonly string[],
  fresh: readonly string[] = [],
): readonly string[] {
  const isNew = (value: string) =>
    fresh.includes(value) && partitionOfNewRegion(value) !== undefined;
  return values
    .filter((value) => !Token.isUnresolved(value) && !findRegion(value) && !isNew(value))
    .map((value) => `'${property}' must name regions that AWS has, got: ${value}`);
}

/** Id of an account. */
export function accountProblems(property: string, value: string): readonly string[] {
  return textProblems(property, value, /^\d{12}$/u, "an account id of 12 digits");
}

/** What the names of resources begin with: queues and topics accept no other signs. */
export function prefixProblems(value: string): readonly string[] {
  const allowed = "a letter, then letters, digits, hyphens and underscores";
  return textProblems("namePrefix", value, /^[A-Za-z][\w-]*$/u, allowed);
}

/** Name of a bucket. @param from what gives it, where it is not given itself */
export function bucketProblems(value: string, from = "bucketName"): readonly string[] {
  if (Token.isUnresolved(value) || isBucketName(value)) return [];
  return [`'${from}' must give the bucket a name of ${bucketNameForm}, got: ${value}`];
}

/** A provider works in the region it is given for; where it does not say its own, it is let through. */
export function providerProblems(
  property: string,
  provider: TerraformProvider,
  region: string,
): readonly string[] {
  const own: unknown = "region" in provider ? provider.region : undefined;
  const isKnown =
    typeof own === "string" && ![own, region].some((each) => Token.isUnresolved(each));
  if (!isKnown || own === region) return [];
  return [`'${property}' must be a provider of ${region}, got one of ${own}`];
}

/** Account and region, and a provider that works there. */
export function placeProblems({
  place,
  provider,
}: {
  readonly place: Place;
  readonly provider: TerraformProvider;
}): readonly string[] {
  const { account, region } = place;
  return [
    ...accountProblems("place.account", account),
    ...regionProblems("place.region", [region]),
    ...providerProblems("provider", provider, region),
  ];
}

/** Policies and topics name a key by its ARN: an alias may come to mean another key. */
export function keyProblems(property: string, value: string | undefined): readonly string[] {
  if (value === undefined || Token.isUnresolved(value)) return [];
  const arn = parseArn(value);
  if (arn?.service === "kms" && arn.resource.startsWith("key/")) return [];
  return [
    `'${property}' must be the ARN of a key, such as arn:aws:kms:eu-central-1:111111111111:key/…, and no alias, got: ${value}`,
  ];
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html */
export function retryProblems(retry: RetryPolicy | undefined): readonly string[] {
  return [
    ...numberProblems(
      "retryPolicy.maximumEventAgeInSeconds",
      retry?.maximumEventAgeInSeconds,
      60,
      86_400,
    ),
    ...numberProblems("retryPolicy.maximumRetryAttempts", retry?.maximumRetryAttempts, 0, 185),
  ];
}

/** The bus that events are sent to. */
export function busProblems(value: string): readonly string[] {
  const arn = parseArn(value);
  const isBus = arn?.service === "events" && arn.resource.startsWith("event-bus/");
  if (Token.isUnresolved(value) || isBus) return [];
  return [
    `'hubBusArn' must be the ARN of an event bus, such as arn:aws:events:eu-central-1:222222222222:event-bus/…, got: ${value}`,
  ];
}

/** Kinds, of which there must be one. */
export function kindProblems(kinds: readonly unknown[]): readonly string[] {
  return kinds.length > 0 ? [] : ["'kinds' must hold at least 1 kind, got: 0"];
}
