import { isAccountId } from "../../aws/organizations";
import { type Json, shownJson } from "../../json/value";
import { parseCondition } from "./parse-condition";
import type {
  PolicyDocument,
  PolicyKind,
  PolicyPattern,
  PolicyPrincipal,
  PolicyStatement,
} from "./policy-document";
import {
  type PlacedText,
  PolicyParseError,
  PolicyPlace,
  type PolicyProblem,
  readList,
  readObject,
  readStrings,
  refuseOthers,
} from "./policy-json";
import {
  likeInAnyCase,
  likeResource,
  type PolicyText,
  readPolicyText,
  type ValueTest,
  type PolicyVersion,
} from "./policy-text";

/** How a policy is to be read. */
interface ParsePolicyOptions {
  /**
   * What the policy is attached to.
   * @default "resource" - each statement names a Principal and a Resource
   */
  readonly kind?: PolicyKind;
}

/**
 * Reads a policy document, given as JSON text or as the object it holds, after Terraform's own
 * escapes are undone. Whatever the evaluator does not understand completely is refused here.
 *
 * JSON keeps the last of two members of one name, so a repeated member is not noticed.
 * @throws PolicyParseError with every problem and its path
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicy(policy: unknown, options: ParsePolicyOptions = {}): PolicyDocument {
  const problems: PolicyProblem[] = [];
  const place = new PolicyPlace("", problems);
  const members = readObject(typeof policy === "string" ? parseJson(policy) : policy, place) ?? {};
  const { kind = "resource" } = options;
  const document = problems.length === 0 ? parseDocument(members, kind, place) : undefined;
  if (document === undefined || problems.length > 0) throw new PolicyParseError(problems);
  return document;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new PolicyParseError([{ path: "", message: `is no JSON: ${message}` }]);
  }
}

function parseDocument(members: Json, kind: PolicyKind, place: PolicyPlace): PolicyDocument {
  refuseOthers(members, ["Version", "Id", "Statement"], place);
  const version = parseVersion(members["Version"], place.member("Version"));
  const at = place.member("Statement");
  const statements = readList(members["Statement"], at).flatMap((element, index) => {
    const name = `#${index + 1}`;
    const statement = parseStatement(element.value, name, { kind, version }, element.place);
    return statement === undefined ? [] : [statement];
  });
  refuseSameNames(statements, at);
  return { kind, version, statements };
}

/** AWS takes a policy without a version for one of 2008. */
function parseVersion(value: unknown, place: PolicyPlace): PolicyVersion {
  if (value === undefined || value === "2008-10-17") return "2008-10-17";
  if (value !== "2012-10-17") {
    place.refuse(`must be 2012-10-17 or 2008-10-17, got: ${shownJson(value)}`);
  }
  return "2012-10-17";
}

function refuseSameNames(statements: readonly PolicyStatement[], place: PolicyPlace): void {
  const seen = new Set<string>();
  for (const { name } of statements) {
    if (seen.has(name)) place.refuse(`must not use one Sid twice: ${name}`);
    seen.add(name);
  }
}

const MEMBERS: Readonly<Record<PolicyKind, readonly string[]>> = {
  identity: ["Sid", "Effect", "Action", "Resource", "Condition"],
  resource: ["Sid", "Effect", "Principal", "Action", "Resource", "Condition"],
  trust: ["Sid", "Effect", "Principal", "Action", "Condition"],
};

/** What a member's values look like, and how they are compared. */
interface PatternForm {
  readonly form: RegExp;
  readonly described: string;
  readonly compile: (text: PolicyText) => ValueTest;
}

const ACTION: PatternForm = {
  form: /^(?:\*|[a-z0-9-]+:[a-z0-9*?]+)$/i,
  described: "an action such as sns:Publish",
  compile: likeInAnyCase,
};

const RESOURCE: PatternForm = {
  // AWS: a wildcard in the service's segment does not identify a service.
  form: /^(?:\*|arn:[^:]+:[^:*?]+:.+)$/su,
  described: "* or an ARN whose service is written out",
  compile: likeResource,
};

/**
 * Reads one statement; `undefined` when it is not usable, with the problems noted at its place.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
function parseStatement(
  value: unknown,
  name: string,
  document: { readonly kind: PolicyKind; readonly version: PolicyVersion },
  place: PolicyPlace,
): PolicyStatement | undefined {
  const { kind, version } = document;
  const members = readObject(value, place);
  if (members === undefined) return undefined;
  refuseOthers(members, MEMBERS[kind], place);
  const { Sid: sid = "", Effect: effect, Principal: principal, Condition: condition } = members;
  if (typeof sid !== "string")
    place.member("Sid").refuse(`must be a string, got: ${shownJson(sid)}`);
  const named = typeof sid === "string" && sid !== "" ? sid : name;
  const patterns = (member: string, form: PatternForm): readonly PolicyPattern[] =>
    parsePatterns(members[member], version, form, place.member(member));
  const statement = {
    name: named,
    actions: patterns("Action", ACTION),
    ...(kind === "trust" ? {} : { resources: patterns("Resource", RESOURCE) }),
    ...(kind === "identity"
      ? {}
      : { principals: parsePrincipal(principal, place.member("Principal")) }),
    conditions:
      condition === undefined ? [] : parseCondition(condition, version, place.member("Condition")),
  };
  if (effect === "Allow" || effect === "Deny") return { ...statement, effect };
  place.member("Effect").refuse(`must be Allow or Deny, got: ${shownJson(effect)}`);
  return undefined;
}

function parsePatterns(
  value: unknown,
  version: PolicyVersion,
  { form, described, compile }: PatternForm,
  place: PolicyPlace,
): readonly PolicyPattern[] {
  return readStrings(value, place).flatMap(({ text, place: where }) => {
    const signs = readPolicyText(text, version);
    if ("refusal" in signs) where.refuse(signs.refusal);
    else if (!form.test(text)) where.refuse(`must be ${described}, got: ${text}`);
    else return [{ text, matches: compile(signs) }];
    return [];
  });
}

const ACCOUNT_ARN = /^arn:(aws|aws-cn|aws-us-gov):iam::(\d{12}):root$/u;
const IDENTITY_ARN = /^arn:(?:aws|aws-cn|aws-us-gov):iam::\d{12}:(?:role|user)\/[\w+=,.@/-]+$/u;
const SERVICE = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/u;

/**
 * Reads a Principal. Refused: Federated and CanonicalUser, sessions, unique ids such as `AIDA…`,
 * and wildcards but for a lone `*`.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function parsePrincipal(value: unknown, place: PolicyPlace): readonly PolicyPrincipal[] {
  if (value === "*") return [{ kind: "everyone" }];
  if (typeof value === "string") {
    place.refuse(`must be "*" or an object, got: ${shownJson(value)}`);
    return [];
  }
  const byType = readObject(value, place);
  if (byType === undefined) return [];
  refuseOthers(byType, ["AWS", "Service"], place);
  const { AWS: aws, Service: service } = byType;
  if (Object.keys(byType).length === 0) place.refuse("must name AWS or Service");
  return [
    ...(aws === undefined ? [] : readStrings(aws, place.member("AWS")).flatMap(awsPrincipal)),
    ...(service === undefined
      ? []
      : readStrings(service, place.member("Service")).flatMap(servicePrincipal)),
  ];
}

function awsPrincipal({ text, place }: PlacedText): readonly PolicyPrincipal[] {
  // IAM documents "*" and {"AWS": "*"} as equivalent.
  if (text === "*") return [{ kind: "everyone" }];
  if (isAccountId(text)) return [{ kind: "account", account: text }];
  const [, partition, account] = ACCOUNT_ARN.exec(text) ?? [];
  if (partition !== undefined && account !== undefined) {
    return [{ kind: "account", account, partition }];
  }
  if (IDENTITY_ARN.test(text)) return [{ kind: "identity", arn: text }];
  place.refuse(`must be *, an account id, or the ARN of an account, role or user, got: ${text}`);
  return [];
}

function servicePrincipal({ text, place }: PlacedText): readonly PolicyPrincipal[] {
  if (SERVICE.test(text)) return [{ kind: "service", service: text }];
  place.refuse(`must be a service such as events.amazonaws.com, got: ${text}`);
  return [];
}
