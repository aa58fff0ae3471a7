import { repeatedKey } from "../../json/repeated-key";
import { type Json, readableJson, shownJson } from "../../json/value";
import { parseCondition } from "./parse-condition";
import { parsePrincipal } from "./parse-principal";
import type { PolicyDocument, PolicyKind, PolicyStatement, Selection } from "./policy-document";
import {
  PolicyParseError,
  PolicyPlace,
  type PolicyProblem,
  readList,
  readObject,
  readStrings,
  refuseOthers,
} from "./policy-json";
import { compiledPattern, openPattern, type PolicyPattern } from "./policy-pattern";
import {
  likeInAnyCase,
  likeResource,
  type PolicyText,
  readPolicyText,
  type PolicyVersion,
} from "./policy-text";
import type { Matcher } from "./wildcards";

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
 * escapes are undone. What AWS would refuse is refused here; what it takes and the evaluator does not
 * understand stands open, and matters only to requests that the rest of its statement fits.
 * A text in which an object has a key twice is refused, as IAM does.
 *
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
  let json: unknown;
  try {
    json = readableJson(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new PolicyParseError([{ path: "", message: `is no JSON: ${message}` }]);
  }
  const twice = repeatedKey(text);
  if (twice === undefined) return json;
  throw new PolicyParseError([{ path: "", message: `has the key ${shownJson(twice)} twice` }]);
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
  identity: ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"],
  resource: [
    "Sid",
    "Effect",
    "Principal",
    "NotPrincipal",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Condition",
  ],
  trust: ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Condition"],
};

/** What a member's values look like, and how they are compared. */
interface PatternForm {
  readonly form: RegExp;
  readonly described: string;
  readonly compile: (text: PolicyText) => Matcher;
}

const ACTION: PatternForm = {
  form: /^(?:\*|[a-z0-9-]+:[a-z0-9*?]+)$/i,
  described: "an action such as sns:Publish",
  compile: likeInAnyCase,
};

const RESOURCE: PatternForm = {
  // AWS: a wildcard in the service's segment does not identify a service.
  form: /^(?:\*|arn:[^:]+:[^:*?]+(?::.*)?)$/su,
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
  const { Sid: sid = "", Effect: effect, Condition: condition } = members;
  if (typeof sid !== "string")
    place.member("Sid").refuse(`must be a string, got: ${shownJson(sid)}`);
  const named = typeof sid === "string" && sid !== "" ? sid : name;
  const patterns = (form: PatternForm) => (value: unknown, where: PolicyPlace) =>
    parsePatterns(value, version, form, where);
  const statement = {
    name: named,
    actions: select(members, "Action", place, patterns(ACTION)),
    ...(kind !== "trust" && { resources: select(members, "Resource", place, patterns(RESOURCE)) }),
    ...(kind !== "identity" && { principals: select(members, "Principal", place, parsePrincipal) }),
    conditions:
      condition === undefined ? [] : parseCondition(condition, version, place.member("Condition")),
  };
  if (effect === "Allow" || effect === "Deny") return { ...statement, effect };
  place.member("Effect").refuse(`must be Allow or Deny, got: ${shownJson(effect)}`);
  return undefined;
}

/** A member or the one with `Not` before its name; AWS takes one of the two. */
function select<T>(
  members: Json,
  name: string,
  place: PolicyPlace,
  parse: (value: unknown, place: PolicyPlace) => readonly T[],
): Selection<T> {
  const negated = `Not${name}`;
  const isNegated = negated in members;
  if (isNegated && name in members) place.member(negated).refuse(`must not stand beside ${name}`);
  const used = isNegated ? negated : name;
  return { isNegated, listed: parse(members[used], place.member(used)) };
}

function parsePatterns(
  value: unknown,
  version: PolicyVersion,
  { form, described, compile }: PatternForm,
  place: PolicyPlace,
): readonly PolicyPattern[] {
  return readStrings(value, place).flatMap(({ text, place: where }) => {
    if (!form.test(text)) {
      where.refuse(`must be ${described}, got: ${text}`);
      return [];
    }
    const signs = readPolicyText(text, version);
    return "refusal" in signs
      ? [openPattern(text, `${where.path}: ${signs.refusal}`)]
      : [compiledPattern(text, signs, compile)];
  });
}
