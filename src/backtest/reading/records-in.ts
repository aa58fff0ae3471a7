import { isJsonObject, listIn, readableJson, type Json } from "../../json/value";
import { messageColumn } from "./split-csv";
import { recordLists } from "./split-json";

/** A record, or why what stands in its place is none. */
export type Found = { readonly record: Json } | { readonly broken: string };

function isRecord(json: Json): boolean {
  return "eventName" in json || "eventSource" in json || "detail-type" in json;
}

/** Texts in texts: `lookup-events` and Logs Insights write a record as one. */
const deepest = 4;

/** Fields of a row of `get-query-results`: a list of `{ field, value }`. */
function messageOf(fields: readonly unknown[]): unknown {
  const found = fields.find((each) => isJsonObject(each) && each["field"] === messageColumn);
  return isJsonObject(found) ? found["value"] : undefined;
}

function found(json: unknown, depth: number): readonly Found[] {
  if (depth > deepest) return [{ broken: "a record in too many others" }];
  if (typeof json === "string") return recordsIn(json, depth + 1);
  if (Array.isArray(json)) {
    const message = messageOf(json);
    return message === undefined
      ? json.flatMap((each) => found(each, depth + 1))
      : found(message, depth + 1);
  }
  if (!isJsonObject(json)) return [{ broken: "not a JSON object" }];
  if (isRecord(json)) return [{ record: json }];
  const inner = [json["CloudTrailEvent"], json[messageColumn]].find((each) => each !== undefined);
  if (inner !== undefined) return found(inner, depth + 1);
  const list = recordLists.find((key) => Array.isArray(json[key]));
  if (list !== undefined) return listIn(json[list]).flatMap((each) => found(each, depth + 1));
  return [{ broken: "not a record of CloudTrail: it has no eventName" }];
}

/** The records that a text of JSON holds, in any of the forms that AWS writes them in. */
export function recordsIn(text: string, depth = 0): readonly Found[] {
  let json: unknown;
  try {
    json = readableJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [{ broken: `not valid JSON: ${error.message}` }];
  }
  return found(json, depth);
}
