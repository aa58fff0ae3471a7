import { isJsonObject, jsonIn } from "../../json/value";
import type { Splitter } from "./item";
import { CsvSplitter, messageColumn } from "./split-csv";
import { JsonSplitter, recordLists } from "./split-json";
import { LineSplitter } from "./split-lines";

/** Characters that are looked at to see how a file is written. */
const headLength = 1024 * 1024;

/** Lines of the beginning that are whole, and not empty. */
function firstLines(head: string, isAll: boolean): readonly string[] {
  const lines = head.split("\n", 6).map((line) => line.trim());
  return (isAll ? lines : lines.slice(0, -1)).filter((line) => line !== "").slice(0, 2);
}

function isValueOfLine(line: string): boolean {
  const json = line.startsWith("{") ? jsonIn(line) : undefined;
  return isJsonObject(json) && !recordLists.some((key) => Array.isArray(json[key]));
}

/** Whether the beginning of a file shows how it is written. */
export function isTelling(head: string): boolean {
  return head.length >= headLength || firstLines(head, false).length === 2;
}

/**
 * What takes a file apart: lines of JSON, CSV, or JSON.
 * @param head - its beginning
 * @param isAll - whether that is all of it
 */
export function splitterFor(name: string, head: string, isAll: boolean): Splitter {
  const lines = firstLines(head, isAll);
  const [first = ""] = lines;
  if (!/^[[{]/u.test(first) && first.includes(messageColumn)) return new CsvSplitter();
  const isLines = /\.(?:jsonl|ndjson)(?:\.gz)?$/iu.test(name) || lines.some(isValueOfLine);
  return isLines ? new LineSplitter() : new JsonSplitter();
}
