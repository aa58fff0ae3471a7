import { conditionHolds } from "./condition-holds";
import { ignoresWildcards } from "./condition-operators";
import { factOf } from "./key-facts";
import type {
  PolicyCondition,
  PolicyPrincipal,
  PolicyStatement,
  Selection,
} from "./policy-document";
import type { Context, KeyValues } from "./policy-pattern";
import type { PolicyRequest, RequestPrincipal } from "./policy-request";
import { STEPS, stepFits } from "./statement-applies";
import type { KeyText } from "./wildcards";

/** Why a statement does not apply, and how near it came: the more of it fitted, the nearer. */
interface Miss {
  readonly nearness: number;
  readonly reason: () => string;
}

/** What keeps a statement from applying: action, resource, principal, or conditions. */
export function missOf(statement: PolicyStatement, request: PolicyRequest, context: Context): Miss {
  const missed = (nearness: number, reason: () => string): Miss => ({
    nearness,
    reason: () => `statement ${statement.name}: ${reason()}`,
  });
  for (const [nearness, step] of STEPS.entries()) {
    if (stepFits(step, statement, request, context) === false) {
      return missed(nearness, () => explainStep(step, statement, request));
    }
  }
  const unmet = statement.conditions
    .filter((condition) => conditionHolds(condition, context) === false)
    .filter((condition) => condition.open === undefined);
  // Fewer conditions missed is nearer, always past the steps before them.
  return missed(STEPS.length + 1 / (1 + unmet.length), () =>
    unmet.map((condition) => explainCondition(condition, context(condition.key))).join("; "),
  );
}

function explainStep(
  step: (typeof STEPS)[number],
  { actions, resources, principals }: PolicyStatement,
  { action, resource, isResourceOpen, principal }: PolicyRequest,
): string {
  const asked = isResourceOpen === true ? `${resource}…` : resource;
  const wanted = <T>(
    name: string,
    selection: Selection<T> | undefined,
    shown: (item: T) => string,
  ) =>
    `${selection?.isNegated ? "Not" : ""}${name} is ${selection?.listed.map(shown).join(" or ") ?? ""}`;
  switch (step) {
    case "action":
      return `action is ${action}, ${wanted("Action", actions, ({ text }) => text)}`;
    case "resource":
      return `resource is ${asked}, ${wanted("Resource", resources, ({ text }) => text)}`;
    case "principal":
      return `principal is ${askingPrincipal(principal)}, ${wanted("Principal", principals, wantedPrincipal)}`;
  }
}

/** Says what a deny statement denied, and by which values of the request. */
export function explainDeny(
  { name, conditions }: PolicyStatement,
  { action, principal }: PolicyRequest,
  context: Context,
): string {
  const because = conditions.map(({ key }) => `${key} is ${shownValues(context(key))}`);
  const denied = `statement ${name} denies ${action} to ${askingPrincipal(principal)}`;
  return because.length === 0 ? denied : `${denied}: ${because.join("; ")}`;
}

/** Says why it is not known whether a statement applies. */
export function explainDoubt(
  statement: PolicyStatement,
  request: PolicyRequest,
  worlds: readonly Context[],
): string {
  const isOpen = (test: (world: Context) => unknown): boolean => {
    const found = new Set(worlds.map(test));
    return found.size > 1 || found.has(undefined);
  };
  const steps = STEPS.filter((step) =>
    isOpen((world) => stepFits(step, statement, request, world)),
  ).map((step) => explainStep(step, statement, request));
  const conditions = statement.conditions
    .filter((condition) => isOpen((world) => conditionHolds(condition, world)))
    .map((condition) => condition.open ?? explainOpen(condition, request));
  return `statement ${statement.name} cannot be decided: ${[...new Set([...steps, ...conditions])].join("; ")}`;
}

function explainOpen({ key, operator, patterns }: PolicyCondition, request: PolicyRequest): string {
  const [open] = patterns.flatMap((pattern) => pattern.open ?? []);
  if (open !== undefined) return open;
  const fact = factOf(key, request);
  if (fact === undefined) return `the condition key ${key} is not known`;
  if (fact.sent === "perhaps") {
    return `AWS does not document whether ${key} is sent with ${request.action} by ${askingPrincipal(request.principal)}`;
  }
  const [variable] = patterns.flatMap(({ variables }) => variables);
  if (variable !== undefined) return `the value of \${${variable}} is not known`;
  if (
    operator.set === undefined &&
    !operator.presence &&
    (fact.isList || fact.possible.some(({ length }) => length > 1))
  ) {
    return `${key} is a list, which ${operator.name} does not compare: write ForAllValues:${operator.name}`;
  }
  return `the value of ${key} is not known`;
}

function explainCondition({ key, operator, patterns }: PolicyCondition, values: KeyValues): string {
  const found = `${key} is ${shownValues(values)}`;
  if (operator.presence) {
    return `${found}, Null wants it ${values?.length === 0 ? "present" : "absent"}`;
  }
  const wanted = patterns.map(({ text }) => text).join(" or ");
  const text = `${found}, ${operator.name} wants ${operator.negated ? `none of: ${wanted}` : wanted}`;
  const isMisread = ignoresWildcards(operator) && patterns.some((each) => /[*?]/u.test(each.text));
  const like = operator.name.replace(/Equals(?:IgnoreCase)?/u, "Like");
  return isMisread ? `${text} (no wildcard under ${operator.name}: use ${like})` : text;
}

function shownValues(values: KeyValues): string {
  if (values === undefined) return "not known";
  return values.length === 0 ? "absent" : values.map(shownValue).join(", ");
}

function shownValue(value: KeyText): string {
  if (typeof value === "string") return value === "" ? '""' : value;
  return value.startsWith === "" ? "not known" : `${value.startsWith}…`;
}

function askingPrincipal(principal: RequestPrincipal): string {
  if ("service" in principal) return principal.service;
  return principal.arn ?? `account ${principal.account}`;
}

function wantedPrincipal(principal: PolicyPrincipal): string {
  switch (principal.kind) {
    case "everyone":
      return "*";
    case "service":
      return principal.service;
    case "identity":
      return principal.arn;
    case "unresolved":
    case "federated":
      return principal.text;
    case "account":
      return principal.partition === undefined
        ? `account ${principal.account}`
        : `account ${principal.account} of ${principal.partition}`;
  }
}
