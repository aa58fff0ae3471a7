import { readableJson } from "../../../../json/value";
import { fromJson, inOrder, isMapping, isSequence, type Constant } from "../constant";
import { refuse } from "../refusal";
import { ofCsv } from "./csv";
import { ofTexts, type Functions, type Work } from "./functions";
import { ofYaml } from "./yaml";

const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/u;

function refuseOther(text: string): string {
  const written = text.replace(/[\r\n]/gu, "");
  return BASE64.test(written) ? written : refuse("the text is not base64");
}

function ofBase64(text: string): Constant {
  const written = refuseOther(text);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      Buffer.from(written, "base64"),
    );
  } catch {
    return refuse("what it encodes is no text in UTF-8");
  }
}

function ofJson(text: string): Constant {
  try {
    JSON.parse(text);
  } catch {
    return refuse("the text is not JSON");
  }
  try {
    return fromJson(readableJson(text));
  } catch {
    // It is nested too deep, or has a key that JavaScript gives a meaning.
    return undefined;
  }
}

/** Terraform's own JSON, whose keys are sorted, and which hides the signs that HTML gives a meaning. */
function asJson([value]: readonly Constant[]): Constant {
  const text = written(value);
  return text?.replace(
    /[<>&\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function written(value: Constant): string | undefined {
  if (value === Infinity || value === -Infinity) return refuse("a number is infinite");
  if (value === undefined || (typeof value === "number" && !Number.isInteger(value)))
    return undefined;
  if (isSequence(value)) {
    const items = value.items.map(written);
    return items.includes(undefined) ? undefined : `[${items.join(",")}]`;
  }
  if (!isMapping(value)) return JSON.stringify(value);
  const entries = inOrder(value).map(
    ([name, item]) => [JSON.stringify(name), written(item)] as const,
  );
  if (entries.some(([, item]) => item === undefined)) return undefined;
  return `{${entries.map(([name, item]) => `${name}:${String(item)}`).join(",")}}`;
}

function decrypted(text: string, key: string): Constant {
  refuseOther(text);
  return key.includes("-----BEGIN ") ? undefined : refuse("argument 2 is no private key in PEM");
}

const NAMESPACE = /^(?:dns|url|oid|x500|(?:urn:uuid:)?\{?[\da-fA-F-]{32,36}\}?)$/u;

function named(namespace: string): Constant {
  return NAMESPACE.test(namespace)
    ? undefined
    : refuse("the namespace is neither dns, url, oid, x500 nor a UUID");
}

/** Functions that read and write texts of other languages. */
export const encodings: Functions = new Map<string, Work>([
  ["base64decode", ofTexts(ofBase64)],
  ["base64encode", ofTexts((text) => Buffer.from(text, "utf8").toString("base64"))],
  ["csvdecode", ofTexts(ofCsv)],
  ["jsondecode", ofTexts(ofJson)],
  ["jsonencode", asJson],
  ["rsadecrypt", ofTexts(decrypted)],
  ["textdecodebase64", ofTexts((text) => (refuseOther(text), undefined))],
  ["uuidv5", ofTexts(named)],
  ["yamldecode", ofTexts(ofYaml)],
]);
