import { isAccountId } from "../../aws/organizations";
import { shownJson } from "../../json/value";
import type { PolicyPrincipal } from "./policy-document";
import {
  readObject,
  readStrings,
  refuseOthers,
  type PlacedText,
  type PolicyPlace,
} from "./policy-json";

const ACCOUNT_ARN = /^arn:(aws|aws-cn|aws-us-gov):iam::(\d{12}):root$/u;
const IDENTITY_ARN = /^arn:(?:aws|aws-cn|aws-us-gov):iam::\d{12}:(?:role|user)\/[\w+=,.@/-]+$/u;
const SERVICE = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/u;

const SESSION_OR_ID =
  /^(?:arn:[a-z-]+:(?:sts::\d{12}:(?:assumed-role|federated-user)\/|iam::cloudfront:).+|A[A-Z]{3}[A-Z0-9]+)$/u;

/**
 * Reads a Principal. Refused: wildcards but for a lone `*`, and what AWS does not take either.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function parsePrincipal(value: unknown, place: PolicyPlace): readonly PolicyPrincipal[] {
  if (value === "*") return [{ kind: "everyone" }];
  if (typeof value === "string") {
    place.refuse(`must be "*" or an object, got: ${shownJson(value)}`);
    return [];
  }
  const byType = readObject(value, place);
  if (byType === undefined) return [];
  refuseOthers(byType, Object.keys(principalTypes), place);
  if (Object.keys(byType).length === 0) place.refuse("must name AWS or Service");
  return Object.entries(principalTypes).flatMap(([type, read]) =>
    byType[type] === undefined ? [] : readStrings(byType[type], place.member(type)).flatMap(read),
  );
}

const principalTypes: Readonly<Record<string, (from: PlacedText) => readonly PolicyPrincipal[]>> = {
  AWS: awsPrincipal,
  Service: servicePrincipal,
  Federated: ({ text }) => [{ kind: "federated", text }],
  CanonicalUser: ({ text }) => [{ kind: "unresolved", text }],
};

function awsPrincipal({ text, place }: PlacedText): readonly PolicyPrincipal[] {
  // IAM documents "*" and {"AWS": "*"} as equivalent.
  if (text === "*") return [{ kind: "everyone" }];
  if (isAccountId(text)) return [{ kind: "account", account: text }];
  const [, partition, account] = ACCOUNT_ARN.exec(text) ?? [];
  if (partition !== undefined && account !== undefined) {
    return [{ kind: "account", account, partition }];
  }
  if (IDENTITY_ARN.test(text)) return [{ kind: "identity", arn: text }];
  if (SESSION_OR_ID.test(text)) return [{ kind: "unresolved", text }];
  place.refuse(`must be *, an account id, or the ARN of an account, role or user, got: ${text}`);
  return [];
}

function servicePrincipal({ text, place }: PlacedText): readonly PolicyPrincipal[] {
  if (SERVICE.test(text)) return [{ kind: "service", service: text }];
  place.refuse(`must be a service such as events.amazonaws.com, got: ${text}`);
  return [];
}
