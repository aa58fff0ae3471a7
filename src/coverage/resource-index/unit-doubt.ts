import { isOrganizationalUnitId } from "../../aws/organizations";
import { jsonIn, objectIn, type Json } from "../../json/value";
import type { PolicyRequest } from "../policy";

const ACCOUNT = /(?<![\w-])\d{12}(?!\w)/u;
const accountKeys = ["aws:sourceaccount", "aws:principalaccount"];

function contextTexts(context: PolicyRequest["context"]): readonly string[] {
  return Object.values(context).flatMap((value) => {
    if (typeof value !== "object" || !("sent" in value)) return [value].flat().map(String);
    return [...(value.oneOf ?? []), value.startsWith ?? ""];
  });
}

/** The organizational unit that a request speaks of in the place of an account. */
function unitIn({ principal, context }: PolicyRequest): string | undefined {
  const account = "account" in principal ? [principal.account] : [];
  return [...account, ...contextTexts(context)]
    .filter((text) => text.includes("ou-"))
    .flatMap((text) => text.split(":"))
    .find(isOrganizationalUnitId);
}

/**
 * Why a policy cannot be judged for an organizational unit, which stands for every account: it refuses
 * single accounts, or takes in all but single ones. Undefined where it can.
 */
export function unitDoubt(json: string, request: PolicyRequest): string | undefined {
  const unit = unitIn(request);
  if (unit === undefined) return undefined;
  const { Statement: statements } = objectIn(jsonIn(json));
  for (const statement of [statements].flat() as readonly Json[]) {
    const named = namedBy(statement, unit);
    if (named === undefined) continue;
    return `its ${String(statement["Effect"])} names ${named}, and ${unit} stands for every account: it cannot be judged for all of them`;
  }
  return undefined;
}

/** What a statement names, where that decides for single accounts. */
function namedBy(
  { Effect, Principal, NotPrincipal, Condition = {} }: Json,
  unit: string,
): string | undefined {
  // An Allow for single accounts allows no unit.
  const denies = Effect === "Deny";
  const operators = Object.entries(Condition as Record<string, Json>).filter(
    ([operator]) => denies || /Not/u.test(operator),
  );
  const values = operators.flatMap(([, keys]) =>
    Object.entries(keys).flatMap(([key, value]) =>
      [value].flat().map((each) => [key.toLowerCase(), String(each)] as const),
    ),
  );
  const account = ACCOUNT.exec(
    JSON.stringify([denies ? Principal : [], NotPrincipal, values.map(([, value]) => value)]),
  )?.[0];
  if (account !== undefined) return `account ${account}`;
  const other = values.find(([key, value]) => accountKeys.includes(key) && value !== unit);
  return other && `${other[0]} ${other[1]}`;
}
