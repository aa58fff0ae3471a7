import type { ArgumentForm, ValueForm } from "../../../src/coverage/resource-types";

export const ARN = "arn:aws:iam::111111111111:role/x";
export const JSON_TEXT = '{"Version":"2012-10-17","Statement":[]}';

/** Values that the provider accepts of a form, its limits among them. */
export function accepted(form: ArgumentForm): readonly unknown[] {
  if (typeof form !== "object" || !("each" in form)) return acceptedValues(form);
  return acceptedValues(form.each).map((value) => [value]);
}

function acceptedValues(form: ValueForm): readonly unknown[] {
  if (form === "arn") return [ARN, "arn:aws-us-gov:sns:us-gov-west-1:111111111111:x"];
  if (form === "json") return [JSON_TEXT];
  if ("json" in form) return [JSON_TEXT, patternOf(form.longest), `${patternOf(form.longest)} `];
  if ("longest" in form || "allowed" in form) return fitting(form);
  if ("from" in form || "to" in form) {
    return [form.from, form.to].filter((each) => each !== undefined);
  }
  return form as readonly string[];
}

/** An event pattern of so many characters. */
function patternOf(length: number): string {
  const empty = JSON.stringify({ source: [""] });
  return JSON.stringify({ source: ["x".repeat(length - empty.length)] });
}

interface TextForm {
  readonly longest?: number;
  readonly allowed?: RegExp;
}

/** The longest text that fits. */
function fitting({ longest, allowed = /./u }: TextForm): readonly string[] {
  const length = longest ?? 20;
  const samples = ["x".repeat(length), "1".repeat(length), "alias/x", "lambda:X", ARN];
  return samples.filter((sample) => allowed.test(sample)).slice(0, 1);
}

/** Values that it refuses. */
export function refused(form: ArgumentForm): readonly unknown[] {
  if (typeof form !== "object" || !("each" in form)) return refusedValues(form);
  const { each, most = Infinity } = form;
  const values = acceptedValues(each);
  return [
    ...refusedValues(each).map((value) => [values[0], value]),
    ...(values.length > most ? [values] : []),
  ];
}

function refusedValues(form: ValueForm): readonly unknown[] {
  if (form === "arn") {
    return ["alias/x", "arn:aws:sns:EU-West-1:111111111111:x", "arn:aws:sns:eu-west-1:1111:x"];
  }
  if (form === "json") return ["allow everybody", "{"];
  if ("json" in form) return ["allow everybody", "{", patternOf(form.longest + 1)];
  if ("longest" in form || "allowed" in form) {
    const { longest, allowed }: TextForm = form;
    const long = longest === undefined ? [] : [`${fitting(form)[0] ?? ""}x`];
    return [...long, ...(allowed ? ["x y:*"] : [])];
  }
  if ("from" in form || "to" in form) {
    const { from = NaN, to = NaN } = form;
    return [from - 1, to + 1].filter((each) => !Number.isNaN(each));
  }
  const [first = ""] = form as readonly string[];
  return [/^\d+$/u.test(first) ? 2 : "Xyz"];
}
