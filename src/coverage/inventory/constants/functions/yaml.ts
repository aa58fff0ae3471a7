import { createRequire } from "node:module";
import type * as Yaml from "yaml";
import { deepestJson } from "../../../../json/value";
import { tuple, type Constant } from "../constant";
import { refuse } from "../refusal";

const load = createRequire(__filename);

/** The package, which has many modules, and which few stacks need. */
function loaded(): typeof Yaml {
  return load("yaml") as typeof Yaml;
}

/** Errors of where lines begin, by the signs between which Terraform is not so strict. */
const uncertain: ReadonlyMap<string, RegExp> = new Map([
  ["BAD_INDENT", /[[{][^]*\n/u],
  ["MISSING_CHAR", /["'][^]*\n/u],
  ["MULTILINE_IMPLICIT_KEY", /\n/u],
]);

/** Plain words whose meaning differs between versions of YAML. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/iu;

/**
 * What `yamldecode` makes of a text. Scalars that versions of YAML read in different ways are not known.
 * @throws RefusalError for what is not one document
 * @see https://developer.hashicorp.com/terraform/language/functions/yamldecode
 */
export function ofYaml(text: string): Constant {
  // A colon before a separator may belong to the word before it.
  if (isNestedDeep(text) || /:[,\]}]/u.test(text)) return undefined;
  if (/[\0-\x08\v\f\x0e-\x1f\x7f]/u.test(text)) return refuse("the text has a control character");
  const documents = loaded().parseAllDocuments(text, {
    schema: "failsafe",
    uniqueKeys: false,
    // Where it is certain what is meant, Terraform takes it, too.
    strict: false,
    logLevel: "silent",
  });
  const [document, another] = Array.isArray(documents) ? documents : [];
  if (document === undefined) return refuse("the text has no document of YAML");
  if (another !== undefined) return refuse("the text has more than one document of YAML");
  const [error] = document.errors;
  if (error !== undefined) {
    const isUncertain = uncertain.get(error.code)?.test(text.trim());
    return isUncertain ? undefined : refuse(`the text is not YAML (${error.code})`);
  }
  return valueOf(document.contents, document);
}

/** More brackets, or deeper lines, than a call stack holds. */
function isNestedDeep(text: string): boolean {
  return (text.match(/[[{]|-[ \n]|[?:]\s/gu)?.length ?? 0) > deepestJson;
}

function valueOf(node: Yaml.Node | null, document: Yaml.Document): Constant {
  const { isAlias, isMap, isScalar, isSeq } = loaded();
  if (node === null) return null;
  if (isAlias(node)) {
    return node.resolve(document) === undefined ? refuse("an alias has no anchor") : undefined;
  }
  if (node.tag !== undefined && /^![\w-]+$/u.test(node.tag)) return refuse("a tag is not known");
  if (node.tag !== undefined || node.anchor !== undefined) return undefined;
  if (isSeq(node)) return tuple(node.items.map((item) => valueOf(item as Yaml.Node, document)));
  if (isScalar(node)) return ofScalar(node);
  if (!isMap(node)) return undefined;
  const entries = new Map<string, Constant>();
  for (const { key, value } of node.items) {
    if (isSeq(key) || isMap(key)) return refuse("a key is a collection");
    const name = isScalar(key) ? valueOf(key, document) : undefined;
    const inner = valueOf(value as Yaml.Node | null, document);
    if (typeof name !== "string" || name === "<<" || entries.has(name)) return undefined;
    entries.set(name, inner);
  }
  return { kind: "object", entries };
}

/** Texts in blocks end in lines that are counted by rules of their own. */
function ofScalar({ source = "", type, value }: Yaml.Scalar): Constant {
  if (type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE") return String(value);
  if (type !== "PLAIN") return undefined;
  if (source === "true" || source === "false") return source === "true";
  if (/^(?:0|[1-9]\d{0,14})$/u.test(source)) return Number(source);
  return /^[A-Za-z][\w /-]*$/u.test(source) && !WORDS.test(source) ? source : undefined;
}
