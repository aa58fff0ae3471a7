import { shownJson } from "../../json/value";
import { parseCondition } from "./parse-condition";
import { parsePrincipal } from "./parse-principal";
import type { PolicyKind, PolicyPattern, PolicyStatement, PolicyVersion } from "./policy-document";
import { readObject, readStrings, refuseOthers, type PolicyPlace } from "./policy-json";
import { readPolicyText, type PolicyText } from "./policy-text";
import { likeInAnyCase, likeResource, type ValueTest } from "./wildcard-match";

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
export function parseStatement(
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
