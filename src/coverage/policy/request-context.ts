import { ConditionKeyError, PolicyRequestError } from "./errors";
import { knownConditionKey } from "./condition-keys";
import type { PolicyCondition, PolicyStatement } from "./policy-document";
import type { ContextValue, PolicyRequest, RequestPrincipal } from "./policy-request";

/** The values of a key in a request, as IAM compares them; an absent key has none. */
export type KeyValues = readonly string[];

const ABSENT: KeyValues = [];

/**
 * The values of each condition's key, in the order of the conditions.
 * @throws ConditionKeyError naming every key whose value or absence is not known
 * @throws PolicyRequestError when the request lists a key twice, or gives one value where `Bool` cannot read it
 */
export function contextValues(
  statement: PolicyStatement,
  request: PolicyRequest,
): readonly KeyValues[] {
  const values: KeyValues[] = [];
  const undecided: string[] = [];
  for (const condition of statement.conditions) {
    const found = valuesOf(condition.key, request);
    if (found === undefined) undecided.push(condition.key);
    else values.push(checked(found, condition));
  }
  if (undecided.length > 0) {
    throw new ConditionKeyError(statement.name, undecided, undecided.map(whyUndecided));
  }
  return values;
}

function whyUndecided(key: string): string {
  return knownConditionKey(key) === undefined
    ? `the condition key ${key} is not known`
    : `the request does not say what ${key} is`;
}

function valuesOf(key: string, request: PolicyRequest): KeyValues | undefined {
  const listed = listedValue(key, request.context) ?? principalValue(key, request.principal);
  if (listed === undefined) {
    return knownConditionKey(key)?.unlisted === "absent" ? ABSENT : undefined;
  }
  if (typeof listed === "string") return [listed];
  return typeof listed === "boolean" ? [String(listed)] : listed;
}

/** Names of condition keys are compared in any case. */
function listedValue(key: string, context: PolicyRequest["context"]): ContextValue | undefined {
  let found: ContextValue | undefined;
  let wanted: string | undefined;
  for (const name in context) {
    if (name.length !== key.length) continue;
    if (name !== key && name.toLowerCase() !== (wanted ??= key.toLowerCase())) continue;
    if (found !== undefined) throw new PolicyRequestError(`the request lists ${key} twice`);
    found = context[name];
  }
  return found;
}

/** What follows from who asks, where the request does not list it. */
function principalValue(key: string, principal: RequestPrincipal): ContextValue | undefined {
  const isService = "service" in principal;
  switch (key.toLowerCase()) {
    case "aws:principalisawsservice":
      return isService;
    case "aws:principalservicename":
      return isService ? principal.service : undefined;
    case "aws:principalorgid":
      return isService ? undefined : principal.organization;
    case "aws:principalaccount":
      return isService ? undefined : principal.account;
    case "aws:principalarn":
      return isService ? undefined : principal.arn;
    default:
      return undefined;
  }
}

function checked(values: KeyValues, { operator, key }: PolicyCondition): KeyValues {
  if (operator.presence) return values;
  // AWS defines a comparison of several values only for the set operators.
  if (values.length > 1 && operator.set === undefined) {
    throw new PolicyRequestError(
      `${key} has ${values.length} values, but ${operator.name} compares one: it needs ForAnyValue or ForAllValues`,
    );
  }
  const odd = values.find((value) => value !== "true" && value !== "false");
  if (operator.values === "boolean" && odd !== undefined) {
    throw new PolicyRequestError(`${key} must be true or false for ${operator.name}, got: ${odd}`);
  }
  return values;
}
