import { parse } from "@cdktf/hcl2json";
import { canonical } from "../../src/json/canonical";
import { isJsonObject, jsonIn, type Json } from "../../src/json/value";

/**
 * HCL as another program reads it: JSON in which every block is a list. It does not evaluate calls, so what is given to
 * `jsonencode` stands in an object of that name.
 */
export async function readBack(hcl: string): Promise<Json> {
  const opened = hcl
    .replace(/ = jsonencode\((.*)\)$/gmu, " = { jsonencode = $1 }")
    .replace(/ = jsonencode\(/gu, " = { jsonencode = ")
    .replace(/^( *[}\]])\)$/gmu, "$1 }");
  const read: unknown = await parse("exported.tf", opened);
  if (!isJsonObject(read)) throw new Error("what was read is not an object");
  return read;
}

/** Arguments that hold addresses, which JSON writes as text. */
const addresses = new Set([
  "provider",
  "depends_on",
  "from",
  "to",
  "ignore_changes",
  "replace_triggered_by",
  "type",
  "iterator",
]);

/** Where what was read differs from what was written: a path each, and both values. */
export function differences(read: unknown, written: unknown, path = ""): readonly string[] {
  const name = path.split(".").at(-1) ?? "";
  if (typeof written === "string" && typeof read === "string") {
    const same = textOf(read) === written || (addresses.has(name) && read === `\${${written}}`);
    return same ? [] : [`${path}: ${JSON.stringify(read)} of ${JSON.stringify(written)}`];
  }
  if (typeof written === "string" && isJsonObject(read) && read["jsonencode"] !== undefined) {
    const document = canonical(withTexts(read["jsonencode"]));
    return differences(document, canonical(jsonIn(written)), path);
  }
  if (Array.isArray(written) && Array.isArray(read) && written.length === read.length) {
    return written.flatMap((each: unknown, index) => differences(read[index], each, path));
  }
  if (isJsonObject(written) && Array.isArray(read) && read.length === 1) {
    return differences(read[0], written, path);
  }
  if (isJsonObject(written) && isJsonObject(read)) {
    const own = Object.keys(written).filter((key) => key !== "//" && !isNothing(written[key]));
    return [...new Set([...own, ...Object.keys(read)])].flatMap((key) =>
      differences(read[key], written[key], `${path}.${key}`),
    );
  }
  return canonical(read) === canonical(written)
    ? []
    : [`${path}: ${JSON.stringify(read)} of ${JSON.stringify(written)}`];
}

/** No block. */
function isNothing(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** What a call gives that takes a heredoc's last line break away; else the text itself. */
function textOf(read: string): string {
  const { lines } = /^\$\{chomp\(<<-EOT\n(?<lines>.*)\n *EOT\n *\)\}$/su.exec(read)?.groups ?? {};
  return lines === undefined ? read : withoutIndentation(lines);
}

/** A value with the texts of its heredocs. */
function withTexts(value: unknown): unknown {
  if (typeof value === "string") return textOf(value);
  if (Array.isArray(value)) return value.map(withTexts);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withTexts(each)]));
}

function withoutIndentation(text: string): string {
  const lines = text.split("\n");
  const spaces = lines.filter((line) => line !== "").map((line) => line.search(/[^ ]/u));
  return lines.map((line) => line.slice(Math.min(...spaces))).join("\n");
}
