import { shownJson, type Json } from "../../json/value";
import { PolicyParseError, type PolicyProblem } from "./errors";
import { parseStatement } from "./parse-statement";
import type { PolicyDocument, PolicyKind, PolicyStatement, PolicyVersion } from "./policy-document";
import { PolicyPlace, readList, readObject, refuseOthers } from "./policy-json";

/** How a policy is to be read. */
export interface ParsePolicyOptions {
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
