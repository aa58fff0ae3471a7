import { unresolved, type Value, type ValueObject } from "../../coverage/inventory/value";
import { isJsonObject, jsonIn, type Json } from "../../json/value";

/** Conditions of a statement that Lambda writes of a permission, by the argument of Terraform that it is of. */
const conditions: Readonly<Record<string, string>> = {
  "aws:sourcearn": "source_arn",
  "aws:sourceaccount": "source_account",
  "aws:principalorgid": "principal_org_id",
  "lambda:eventsourcetoken": "event_source_token",
  "lambda:functionurlauthtype": "function_url_auth_type",
};

/**
 * The policy of a function as the permissions that Lambda made it of. What is no such statement allows
 * nobody knows what.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 */
export function permissionsIn(policy: string): readonly ValueObject[] {
  const json = jsonIn(policy);
  const statements = isJsonObject(json) ? [json["Statement"]].flat() : [undefined];
  return statements.map((statement): ValueObject =>
    isJsonObject(statement) ? permission(statement) : notUnderstood("?"),
  );
}

function permission(statement: Json): ValueObject {
  const { Sid, Effect, Principal, Action, Condition = {} } = statement;
  const id = typeof Sid === "string" ? Sid : "?";
  const principal = principalOf(Principal);
  const found = conditionsOf(Condition);
  if (Effect !== "Allow" || typeof Action !== "string" || principal === undefined || !found) {
    return notUnderstood(id);
  }
  return { statement_id: id, action: Action, principal, ...found };
}

function principalOf(principal: unknown): string | undefined {
  if (typeof principal === "string") return principal;
  const named = isJsonObject(principal) ? (principal["Service"] ?? principal["AWS"]) : undefined;
  return typeof named === "string" ? named : undefined;
}

/** Undefined where there is one that Lambda does not write. */
function conditionsOf(condition: unknown): ValueObject | undefined {
  if (!isJsonObject(condition)) return undefined;
  const found = new Map<string, Value>();
  for (const [operator, keys] of Object.entries(condition)) {
    if (!/^(?:Arn(?:Like|Equals)|StringEquals)$/u.test(operator) || !isJsonObject(keys))
      return undefined;
    for (const [key, value] of Object.entries(keys)) {
      const argument = conditions[key.toLowerCase()];
      if (argument === undefined || typeof value !== "string") return undefined;
      found.set(argument, value);
    }
  }
  return Object.fromEntries(found);
}

function notUnderstood(id: string): ValueObject {
  const action = unresolved("lambda:GetPolicy", `the statement ${id} is none that Lambda writes`);
  return { statement_id: id, action, principal: action };
}
