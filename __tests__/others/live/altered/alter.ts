import { bus, HUB, MANAGEMENT } from "../by-hand";

/** What AWS would answer where something is otherwise than Terraform made it. */
export interface AlteredAnswer {
  readonly what: string;
  /** The rule of what is found of it; empty where nothing is. */
  readonly rule: string;
  readonly operation: string;
  /** Whose answers are altered. */
  readonly account: string;
  /** What the request or the answer must hold to be altered. @default - every one */
  readonly holds?: string;
  readonly alter: (body: string) => string;
}

type Alter = AlteredAnswer["alter"];
type Json = Record<string, unknown>;

/** Answers to an operation, each row with what is changed in it. */
export function answersTo(
  operation: string,
  { account = HUB, holds }: { readonly account?: string; readonly holds?: string },
  rows: Readonly<Record<string, readonly [rule: string, alter: Alter]>>,
): readonly AlteredAnswer[] {
  return Object.entries(rows).map(([what, [rule, alter]]) => ({
    what,
    rule,
    operation,
    account,
    ...(holds !== undefined && { holds }),
    alter,
  }));
}

/** The text with something else in the place of every find. */
export const replaced =
  (from: string | RegExp, to: string): Alter =>
  (body) =>
    body.replaceAll(from, to);

const at = (value: unknown, key: string): unknown => (Object(value) as Json)[key];

/** Values that are set in the JSON at a path such as `trailList.0`, at the top where it is empty. */
export function set(path: string, values: Readonly<Json>): Alter {
  return (body) => {
    const json: unknown = JSON.parse(body);
    const keys = path === "" ? [] : path.split(".");
    Object.assign(Object(keys.reduce(at, json)), values);
    return JSON.stringify(json);
  };
}

/** JSON that stands as a text in a field of JSON, changed. */
export function inText(path: string, field: string, alter: Alter): Alter {
  return (body) => {
    const json: unknown = JSON.parse(body);
    const holder = Object((path === "" ? [] : path.split(".")).reduce(at, json)) as Json;
    holder[field] = alter(String(holder[field]));
    return JSON.stringify(json);
  };
}

/** A policy with one statement more. */
export const stated =
  (statement: object): Alter =>
  (policy) => {
    // Edge: what Terraform wrote.
    const { Statement, ...rest } = JSON.parse(policy) as { readonly Statement: readonly object[] };
    return JSON.stringify({ ...rest, Statement: [...Statement, { Sid: "ByHand", ...statement }] });
  };

/** A policy of these statements. */
export const policyOf =
  (...Statement: readonly object[]): Alter =>
  () =>
    JSON.stringify({ Version: "2012-10-17", Statement });

/** An attribute of SNS's XML. */
export function attribute(name: string, value: string): Alter {
  const entry = `<entry><key>${name}</key><value>${value}</value></entry>`;
  const there = new RegExp(
    `<entry><key>${name}</key>(?:<value>[^<]*</value>|<value/>)</entry>`,
    "u",
  );
  return (body) =>
    there.test(body)
      ? body.replace(there, entry)
      : body.replace("<Attributes>", `<Attributes>${entry}`);
}

/** The text of an element of XML, changed. @param isEncoded - as IAM writes documents */
export function element(before: string, alter: Alter, isEncoded = false): Alter {
  const [decode, encode] = isEncoded ? [decodeURIComponent, encodeURIComponent] : [String, String];
  return (body) =>
    body.replace(
      new RegExp(`(${before})([^<]*)`, "u"),
      (_, head: string, text: string) => head + encode(alter(decode(text))),
    );
}

/** What stands of one of a list in the XML, changed. */
export function ofAlarm(name: string, alter: Alter): Alter {
  const begin = "<member><AlarmName>";
  return (body) =>
    body
      .split(begin)
      .map((part) => (part.startsWith(`${bus}-${name}<`) ? alter(part) : part))
      .join(begin);
}

/** A rule in a list of EventBridge. */
export function ofRule(name: string, values: Readonly<Json>): Alter {
  return (body) => {
    // Edge: what the server wrote.
    const list = JSON.parse(body) as { Rules: Json[] };
    for (const rule of list.Rules)
      if (rule["Name"] === `${bus}-${name}`) Object.assign(rule, values);
    return JSON.stringify(list);
  };
}

/** The event pattern of a rule in a list, with more fields. */
export function ofPattern(name: string, fields: Readonly<Json>, detail: object = {}): Alter {
  return (body) => {
    // Edge: what the server wrote.
    const list = JSON.parse(body) as { Rules: { Name: string; EventPattern: string }[] };
    for (const rule of list.Rules) {
      if (rule.Name !== `${bus}-${name}`) continue;
      const pattern = JSON.parse(rule.EventPattern) as Json;
      const all = {
        ...pattern,
        ...fields,
        detail: { ...(Object(pattern["detail"]) as Json), ...detail },
      };
      rule.EventPattern = JSON.stringify(all);
    }
    return JSON.stringify(list);
  };
}

export const ofManagement = { account: MANAGEMENT };
