import { configuration } from "../../src/config/keys";
import { groupOf } from "../../src/config/keys/key-at";
import type { Key, ListKey, Size } from "../../src/config/keys/key";
import { valueAt, type Edit, type ProblemPath } from "../../src/config/edit";

/** Something wrong that can be done to one value of a configuration. */
export interface FormFault {
  /** The key and what is wrong with its value, such as `accounts[].id form`. */
  readonly name: string;
  readonly edits: readonly Edit[];
}

/** Texts that are wrong in some way: most forms refuse several. */
const wrongTexts = [
  "",
  " ",
  "default",
  "trail",
  "security@@example",
  "a@example.com, b@example.com",
  " security@example.com",
  "http://events.example.com/x",
  "https://",
  "0171 1234567",
  "arn:aws:iam::111111111111:role/Deployer",
  "arn:aws:sns:eu-central-1:222222222222:topic",
  "${var.pager_url}",
  "var.Pager-URL",
  "arn:aws:ssm:eu-central-1:222222222222:parameter/signin-alerts/pager:3",
  "1111-1111-1111",
  "111111111",
  "us-esat-1",
  "eu-central-1a",
  "us-iso-east-1",
  "rot-sign-in",
  "root-sign-in",
  "< 5.0.0",
  "latest",
  "None",
  "203.0.113.7/24",
  "2001:db8::/32",
  "2026-02-30",
  "x".repeat(300),
];

/** Numbers outside of limits, or between those that are offered. */
const wrongNumbers = [-1, 0, 1, 1.5, 2, 59, 100, 186, 36_501, 86_401, 1_000_001, 2 ** 31];

function wrongCounts({ least = 0, most }: Size): readonly number[] {
  return [...(least > 0 ? [0] : []), ...(most === undefined ? [] : [most + 1])];
}

/** A list of that length, of what it holds already. */
function resized(items: readonly unknown[], count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, i) => items[i % items.length]);
}

function ofList(place: string, path: ProblemPath, items: readonly unknown[], key: ListKey) {
  return [
    ...(key.size ? wrongCounts(key.size) : [])
      .filter((count) => count === 0 || items.length > 0)
      .map((count) => ({
        name: `${place} size`,
        edits: [{ path, set: resized(items, count) }],
      })),
    ...(key.once && items.length > 0
      ? [{ name: `${place} once`, edits: [{ path, set: [...items, items[0]] }] }]
      : []),
  ];
}

/** Whatever can be done wrong, each for itself, to a value and all that is in it. */
export function formFaults(
  value: unknown,
  key: Key = configuration,
  path: ProblemPath = [],
  place = "",
): readonly FormFault[] {
  if (value === undefined) return [];
  const replaced = (kind: string, values: readonly unknown[]): readonly FormFault[] =>
    values.map((set) => ({ name: `${place} ${kind}`, edits: [{ path, set }] }));
  const inner = (step: string | number, each: Key, named = `${place}.${step}`) =>
    formFaults(valueAt(value, [step]), each, [...path, step], named);
  switch (key.type) {
    case "text":
      return replaced(
        "form",
        wrongTexts.filter((text) => key.form?.test(text) === false),
      );
    case "number": {
      const { limits } = key;
      return replaced(
        "limits",
        wrongNumbers.filter((each) =>
          "least" in limits
            ? each < limits.least || each > limits.most || !Number.isInteger(each)
            : !limits.includes(each),
        ),
      );
    }
    case "choice":
      return replaced("choice", [`${key.choices[0] ?? ""}x`, "?"]);
    case "flag":
      return [];
    case "list": {
      const items = Array.isArray(value) ? value : [];
      return [
        ...ofList(place, path, items, key),
        ...items.flatMap((_, i) => inner(i, key.item, `${place}[]`)),
      ];
    }
    case "map": {
      const names = Object.keys(value as object);
      const { name: form, size } = key;
      return [
        ...names.flatMap((name) => inner(name, key.value, `${place}.*`)),
        ...(form
          ? wrongTexts
              .filter((text) => text.length < 300 && !form.test(text))
              .map((text) => ({
                name: `${place} name`,
                edits: [{ path: [...path, text], set: valueAt(value, [names[0] ?? ""]) ?? "on" }],
              }))
          : []),
        ...(size ? wrongCounts(size) : []).map((count) => ({
          name: `${place} size`,
          edits: [
            {
              path,
              set: Object.fromEntries(Array.from({ length: count }, (_, i) => [`tag-${i}`, "on"])),
            },
          ],
        })),
      ];
    }
    case "word-or-group":
      return typeof value === "string"
        ? replaced("choice", [`${key.word.choices[0] ?? ""}x`, "?"])
        : formFaults(value, key.group, path, place);
    case "group":
    case "variants": {
      const group = groupOf(key, value);
      const type = key.type === "variants" ? `${place}.${String(valueAt(value, ["type"]))}` : place;
      return Object.entries(group?.keys ?? {}).flatMap(([name, each]) =>
        inner(name, each, `${type}.${name}`),
      );
    }
  }
}

/** Every check of form in the table of keys, by the names of {@link FormFault}. */
export function formChecks(key: Key = configuration, place = ""): readonly string[] {
  switch (key.type) {
    case "text":
      return key.form ? [`${place} form`] : [];
    case "number":
      return [`${place} limits`];
    case "choice":
      return [`${place} choice`];
    case "flag":
      return [];
    case "list":
      return [
        ...(key.size ? [`${place} size`] : []),
        ...(key.once ? [`${place} once`] : []),
        ...formChecks(key.item, `${place}[]`),
      ];
    case "map":
      return [
        ...(key.name ? [`${place} name`] : []),
        ...(key.size ? [`${place} size`] : []),
        ...formChecks(key.value, `${place}.*`),
      ];
    case "word-or-group":
      return [...formChecks(key.word, place), ...formChecks(key.group, place)];
    case "group":
      return Object.entries(key.keys).flatMap(([name, each]) =>
        formChecks(each, `${place}.${name}`),
      );
    case "variants":
      return Object.entries(key.variants).flatMap(([type, each]) =>
        formChecks(each, `${place}.${type}`),
      );
  }
}
