import { listIn, textIn, type Json } from "../json/value";
import { objectsIn } from "./body";
import type { Block, Paragraph } from "./hcl/block";
import { listLines, type Assignment, type Lines } from "./hcl/lines";
import { ADDRESS } from "./hcl/names";
import { asItIs, evaluated, valueLines } from "./hcl/value";
import { orReport, type Report } from "./report";

/** A body of Terraform's own, whose arguments are known by name. */
export interface OwnBody {
  readonly body: Json;
  /** How each argument is written. */
  readonly arguments: Readonly<Record<string, ArgumentWriter>>;
  /** Blocks in it. @default none */
  readonly blocks?: Readonly<Record<string, Readonly<Record<string, ArgumentWriter>>>>;
}

/** Writes the value of an argument. @throws InexpressibleError */
export type ArgumentWriter = (value: unknown, report: Report) => Lines;

/** What Terraform evaluates. */
export const expression: ArgumentWriter = (value) => valueLines(value, evaluated);

/** What it takes as it is. */
export const literal: ArgumentWriter = (value) => valueLines(value, asItIs);

/** The address of something, which stands without quotes. */
export const address: ArgumentWriter = (value, report) => {
  const text = textIn(value) ?? "";
  if (!ADDRESS.test(text)) report(`${JSON.stringify(value)} is not an address`);
  return [text];
};

/** A list of addresses. */
export const addresses: ArgumentWriter = (value, report) =>
  listLines(listIn(value).map((each) => address(each, report)));

/** What `precondition`, `postcondition`, `validation` and `assert` hold. */
export const condition = { condition: expression, error_message: expression };

const lifecycle = {
  arguments: {
    create_before_destroy: literal,
    prevent_destroy: literal,
    ignore_changes: (value: unknown, report: Report) =>
      value === "all" ? ["all"] : addresses(value, report),
    replace_triggered_by: addresses,
  },
  blocks: { precondition: condition, postcondition: condition },
};

/** What decides how many there are and where, which stands first. */
const leading = { count: expression, for_each: expression, provider: address };

/** What decides on the order, which stands last. */
const trailing = { depends_on: addresses };

/** The members of a resource or data source that are the provider's, not Terraform's. */
export function ownArguments(body: Json): Json {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !isMetaArgument(key)));
}

function isMetaArgument(key: string): boolean {
  return key === "lifecycle" || Object.hasOwn(leading, key) || Object.hasOwn(trailing, key);
}

/** The body of a resource or data source, with what Terraform adds to each. */
export function withMetaArguments(
  body: Json,
  own: readonly Paragraph[],
  report: Report,
): readonly Paragraph[] {
  const written = (some: OwnBody["arguments"]) =>
    assignmentsOf(
      Object.fromEntries(Object.entries(body).filter(([key]) => Object.hasOwn(some, key))),
      some,
      report,
    );
  return [
    written(leading),
    ...own,
    ...objectsIn("lifecycle", body["lifecycle"], report).map((each) => ({
      type: "lifecycle",
      body: ownBody({ body: each, ...lifecycle }, "lifecycle", report),
    })),
    written(trailing),
  ];
}

/** A body of Terraform's own; what is not known of it is reported. */
export function ownBody(
  { body, arguments: known, blocks = {} }: OwnBody,
  owner: string,
  report: Report,
): readonly Paragraph[] {
  const members = Object.entries(body).filter(([key]) => key !== "//");
  const nested = members.flatMap(([key, value]): readonly Block[] => {
    const inner = Object.hasOwn(blocks, key) ? blocks[key] : undefined;
    if (inner === undefined) return [];
    return objectsIn(key, value, report).map((each) => ({
      type: key,
      body: ownBody({ body: each, arguments: inner }, key, report),
    }));
  });
  return [assignmentsOf(body, known, report, Object.keys(blocks), owner), ...nested];
}

function assignmentsOf(
  body: Json,
  known: OwnBody["arguments"],
  report: Report,
  others: readonly string[] = [],
  owner = "",
): readonly Assignment[] {
  return Object.entries(body).flatMap(([key, value]): readonly Assignment[] => {
    if (key === "//" || others.includes(key)) return [];
    const write = Object.hasOwn(known, key) ? known[key] : undefined;
    if (write === undefined) report(`${key} of ${owner} is not supported`);
    return write ? [[key, orReport(report, [], () => write(value, report))]] : [];
  });
}
