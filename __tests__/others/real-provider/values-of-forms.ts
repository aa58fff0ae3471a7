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
  if (form === "region") return ["us-east-1", "eu-central-9"];
  if (typeof form === "string") return [JSON_TEXT];
  if ("anyOf" in form) return form.anyOf.flatMap(acceptedValues);
  if ("multipleOf" in form) return [form.multipleOf, 2 * form.multipleOf];
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
  const samples = [
    ...["x".repeat(length), "1".repeat(length), "alias/x", "lambda:X", "events:X", ARN],
    ...[
      "aws.partner/x/y",
      "111111111111",
      "/mnt/x",
      "python3.12",
      "2026-01-01T00:00:00Z",
      "2026-01-01",
    ],
    ...["arn:aws:automate:us-east-1:ec2:stop", "SYMMETRIC_DEFAULT", "a@example.com", "aws.signin"],
    ...["eventName", "ou-abcd-12345678", "us-east-1", "s3://x"],
  ];
  return samples.filter((sample) => allowed.test(sample)).slice(0, 1);
}

/** Values that it refuses. */
export function refused(form: ArgumentForm): readonly unknown[] {
  if (typeof form !== "object" || !("each" in form)) return refusedValues(form);
  const { each, least = 0, most = Infinity } = form;
  const values = acceptedValues(each);
  return [
    ...(least > 0 ? [[]] : []),
    ...refusedValues(each).map((value) => [values[0], value]),
    ...(values.length > most ? [values] : []),
  ];
}

function refusedValues(form: ValueForm): readonly unknown[] {
  if (form === "arn") {
    return ["alias/x", "arn:aws:sns:EU-West-1:111111111111:x", "arn:aws:sns:eu-west-1:1111:x"];
  }
  if (form === "json") return ["allow everybody", "{"];
  if (form === "json-object") return ["allow everybody", "{", "", "[]", "null"];
  if (form === "region") return ["mars-1", "EU-WEST-1"];
  if ("anyOf" in form) return form.anyOf.flatMap(refusedValues).filter((value) => value !== "");
  if ("multipleOf" in form) return [form.multipleOf + 1];
  if ("json" in form) return ["allow everybody", "{", patternOf(form.longest + 1)];
  if ("longest" in form || "allowed" in form) {
    const { longest, allowed }: TextForm = form;
    const long = fitting(form)
      .filter(({ length }) => length === longest)
      .map((text) => `${text}x`);
    return [...long, ...["x y:*", ""].filter((text) => allowed?.test(text) === false)];
  }
  if ("from" in form || "to" in form) {
    const { from = NaN, to = NaN } = form;
    return [from - 1, to + 1].filter((each) => !Number.isNaN(each));
  }
  const [first = ""] = form as readonly string[];
  return [/^\d+$/u.test(first) ? 2 : "Xyz"];
}
