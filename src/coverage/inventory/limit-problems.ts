import { isProviderArn } from "../../aws/arn";
import { isRegionName } from "../../aws/regions";
import { isJsonObject, jsonIn, shownJson } from "../../json/value";
import type { ArgumentForm, ArgumentLimits, ListForm, ValueForm } from "../resource-types";
import { isNumber } from "./argument-kinds";
import { isList, isObjectValue, isUnresolved, type Value, type ValueObject } from "./value";

/**
 * What is refused of arguments: values that have not the form, those that exclude each other.
 * @param generated - blocks that are written otherwise, so that they are there
 */
export function limitProblems(
  { forms = {}, exclusive = [], oneOf = [], needs = {}, only = {} }: ArgumentLimits,
  written: ValueObject,
  generated: readonly string[] = [],
): readonly string[] {
  const set = (path: string): boolean =>
    generated.includes(path) || valuesAt(written, path).some((value) => !isAbsent(value));
  return [
    ...Object.entries(forms).flatMap(([path, form]) =>
      valuesAt(written, path).flatMap((value) => {
        if (isUnresolved(value) || (value ?? null) === null) return [];
        const wanted = isFormOfEach(form) ? listWanted(value, form) : wantedOf(value, form);
        return wanted === undefined ? [] : [`${path} must be ${wanted}, not ${shown(value)}`];
      }),
    ),
    ...exclusive
      .map((names) => names.filter(set))
      .filter((names) => names.length > 1)
      .map(([first = "", ...others]) => `${first} conflicts with ${others.join(", ")}`),
    ...oneOf
      .filter((names) => !names.some(set))
      .map((names) => `one of ${names.join(", ")} must be there`),
    ...Object.entries(needs)
      .filter(([name, other]) => set(name) && !set(other))
      .map(([name, other]) => `${name} needs ${other} beside it`),
    ...Object.entries(only).flatMap(([name, [other, values]]) => {
      const others = valuesAt(written, other);
      const isRight = (value: Value): boolean =>
        isUnresolved(value) || (typeof value === "string" && values.includes(value));
      if (!set(name) || (others.length > 0 && others.every(isRight))) return [];
      const found = others.map(shown).join(", ") || "absent";
      return [`${name} needs ${other} to be ${values.join(" or ")}, it is ${found}`];
    }),
  ];
}

/** A value as it is written, as much of it as a reader needs. */
export function shown(value: Value): string {
  const text = isUnresolved(value) ? value.expression : shownJson(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function isAbsent(value: Value): boolean {
  return value === undefined || value === null || (isList(value) && value.length === 0);
}

/** The values at a path, one for each of the blocks on the way. */
function valuesAt(written: ValueObject, path: string): readonly Value[] {
  return path
    .split(".")
    .reduce<readonly Value[]>(
      (values, name) =>
        values.flatMap((value) =>
          (isList(value) ? value : [value]).flatMap((each) =>
            isObjectValue(each) && Object.hasOwn(each, name) ? [each[name]] : [],
          ),
        ),
      [written],
    );
}

function isFormOfEach(form: ArgumentForm): form is ListForm {
  return typeof form === "object" && "each" in form;
}

/** What the provider wants instead of a list; another value than a list is refused by its kind. */
function listWanted(value: Value, { each, least = 0, most = Infinity }: ListForm) {
  if (!isList(value)) return undefined;
  if (value.length > most) return `a list of at most ${most}`;
  if (value.length < least) return `a list of at least ${least}`;
  return value
    .filter((item) => !isUnresolved(item))
    .map((item) => wantedOf(item, each))
    .find((wanted) => wanted !== undefined);
}

/** What the provider wants instead of a value; undefined where it accepts it. */
function wantedOf(value: Value, form: ValueForm): string | undefined {
  if (value === null || typeof value === "object" || value === undefined) return undefined;
  return wantedText(String(value), form);
}

function wantedText(text: string, form: ValueForm): string | undefined {
  if (form === "arn") return text === "" || isProviderArn(text) ? undefined : "an ARN";
  if (form === "json") return text === "" || jsonIn(text) !== undefined ? undefined : "JSON";
  if (form === "json-object") return isJsonObject(jsonIn(text)) ? undefined : "a JSON object";
  if (form === "region") return isRegionName(text) ? undefined : "a region of AWS";
  if ("anyOf" in form) {
    const wanted = form.anyOf.map((each) => wantedText(text, each));
    return wanted.includes(undefined) ? undefined : wanted.join(" or ");
  }
  if ("json" in form) {
    const json = jsonIn(text);
    if (text !== "" && json === undefined) return "JSON";
    const isShort = text === "" || JSON.stringify(json).length <= form.longest;
    return isShort ? undefined : `at most ${form.longest} characters`;
  }
  if ("allowed" in form || "longest" in form) return wantedCharacters(text, form);
  if ("multipleOf" in form) {
    const isMultiple = !isNumber(text) || Number(text) % form.multipleOf === 0;
    return isMultiple ? undefined : `a multiple of ${form.multipleOf}`;
  }
  if ("from" in form || "to" in form) {
    const { from = -Infinity, to = Infinity } = form;
    if (!isNumber(text) || (Number(text) >= from && Number(text) <= to)) return undefined;
    return to === Infinity ? `${from} or more` : `${from} to ${to}`;
  }
  const allowed = form as readonly string[];
  const shownOnes = allowed.filter((each) => each !== "").join(", ");
  return allowed.includes(text) ? undefined : `one of ${shownOnes}`;
}

interface TextForm {
  readonly longest?: number;
  readonly shortest?: number;
  readonly allowed?: RegExp;
}

function wantedCharacters(
  text: string,
  { longest = Infinity, shortest = 0, allowed }: TextForm,
): string | undefined {
  const isFit = text.length <= longest && text.length >= shortest;
  if (isFit && (allowed === undefined || allowed.test(text))) return undefined;
  if (longest === Infinity) return `a text that fits ${String(allowed?.source)}`;
  const signs = allowed === undefined ? "" : ` that fit ${allowed.source}`;
  return `${shortest} to ${longest} characters${signs}`;
}
