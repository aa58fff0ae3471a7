import { shownJson, type Json } from "../../json/value";
import { knownConditionKey } from "./condition-keys";
import {
  OPERATOR_NAMES,
  conditionOperator,
  isWhole,
  isOpenOperator,
  type ConditionOperator,
  type ConditionValues,
} from "./condition-operators";
import type { OpenCondition, PolicyCondition } from "./policy-document";
import { readList, readObject, type PolicyPlace } from "./policy-json";
import { instantOf, networkOf } from "./ordered-values";
import { compiledPattern, openPattern, type PolicyPattern } from "./policy-pattern";
import {
  ARN_PARTS,
  type PolicyText,
  readPolicyText,
  splitAtColons,
  type PolicyVersion,
} from "./policy-text";

// An identity provider is named by its address: `token.actions.githubusercontent.com:sub`.
const KEY = /^[a-z0-9._/-]+:[^\s${}*]+$/i;

/**
 * Reads a Condition: its operators and keys as one list, all of which have to hold.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function parseCondition(
  value: unknown,
  version: PolicyVersion,
  place: PolicyPlace,
): readonly (PolicyCondition | OpenCondition)[] {
  return Object.entries(readObject(value, place) ?? {}).flatMap<PolicyCondition | OpenCondition>(
    ([name, keys]) => {
      const at = place.member(name);
      const operator = conditionOperator(name);
      if (operator === undefined && isOpenOperator(name)) {
        return Object.keys(readObject(keys, at) ?? {}).map((key) => ({
          key,
          open: `${at.member(key).path}: the operator is not analyzed`,
        }));
      }
      if (operator === undefined) {
        at.refuse(`is no operator that is supported, only ${OPERATOR_NAMES.join(", ")}`);
        return [];
      }
      const byKey = readObject(keys, at);
      if (byKey === undefined) return [];
      // Without a key the operator would hold for everyone, which is never meant.
      if (Object.keys(byKey).length === 0) at.refuse("must name a condition key");
      refuseSameKeys(byKey, at);
      return Object.entries(byKey).map(([key, wanted]) => {
        const where = at.member(key);
        checkKey(key, operator, where);
        return { operator, key, patterns: parseValues(wanted, operator, version, where) };
      });
    },
  );
}

function refuseSameKeys(byKey: Json, place: PolicyPlace): void {
  const seen = new Set<string>();
  for (const key of Object.keys(byKey)) {
    if (seen.has(key.toLowerCase())) place.member(key).refuse("is the same key in another case");
    seen.add(key.toLowerCase());
  }
}

function checkKey(key: string, operator: ConditionOperator, place: PolicyPlace): void {
  if (!KEY.test(key)) place.refuse("is no condition key such as aws:SourceArn");
  if (operator.values !== "boolean" || operator.presence) return;
  const known = knownConditionKey(key);
  if (known !== undefined && known.isBoolean !== true) {
    place.refuse(`is not true or false, so ${operator.name} cannot test it`);
  }
}

function parseValues(
  value: unknown,
  operator: ConditionOperator,
  version: PolicyVersion,
  place: PolicyPlace,
): readonly PolicyPattern[] {
  return readList(value, place).flatMap(({ value: element, place: where }) => {
    const text = scalarText(element, operator, where);
    const pattern = text === undefined ? undefined : parseValue(text, operator, version, where);
    return pattern === undefined ? [] : [pattern];
  });
}

function parseValue(
  text: string,
  operator: ConditionOperator,
  version: PolicyVersion,
  place: PolicyPlace,
): PolicyPattern | undefined {
  const signs = readPolicyText(text, version);
  if ("refusal" in signs) return openPattern(text, `${place.path}: ${signs.refusal}`);
  if (signs.some((sign) => "variable" in sign) && ONE_VALUE.has(operator.values)) {
    return openPattern(text, `${place.path}: a policy variable is not analyzed here`);
  }
  if (operator.values === "boolean" && text !== "true" && text !== "false") {
    place.refuse(`must be true or false, got: ${text}`);
  } else if (operator.values === "arn" && !isArn(signs)) {
    return openPattern(
      text,
      `${place.path}: must be an ARN of six parts, wildcards allowed in each, got: ${text}`,
    );
  } else if (operator.values === "number" && !NUMBER.test(text)) {
    place.refuse(`must be a number, got: ${text}`);
  } else if (operator.values === "date" && Number.isNaN(instantOf(text))) {
    return openPattern(
      text,
      `${place.path}: must be a time such as 2026-01-31T00:00:00Z, got: ${text}`,
    );
  } else if (operator.values === "address" && networkOf(text) === undefined) {
    return openPattern(text, `${place.path}: must be an address such as 10.0.0.0/8, got: ${text}`);
  } else {
    return compiledPattern(text, signs, operator.compile, isWhole(operator));
  }
  return undefined;
}

/** Kinds of values without parts in which a variable could stand. */
const ONE_VALUE: ReadonlySet<ConditionValues> = new Set<ConditionValues>([
  "boolean",
  "number",
  "date",
  "address",
]);

const NUMBER = /^-?\d+(?:\.\d+)?$/u;

function isArn(text: PolicyText): boolean {
  return splitAtColons(text, ARN_PARTS).length === ARN_PARTS;
}

/** Numbers and booleans are strings to IAM; a number JSON cannot hold exactly is refused. */
function scalarText(
  value: unknown,
  { values }: ConditionOperator,
  place: PolicyPlace,
): string | undefined {
  if (typeof value === "string") return value;
  if (values === "number" && typeof value === "number") return String(value);
  if (typeof value === "boolean" || Number.isSafeInteger(value)) return String(value);
  place.refuse(`must be a string, a whole number or a boolean, got: ${shownJson(value)}`);
  return undefined;
}
