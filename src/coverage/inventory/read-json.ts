import { readFileSync } from "node:fs";
import { isJsonObject, type Json } from "./json";
import { UnusableInputError } from "./unusable-input-error";

/**
 * Reads a file that holds one JSON object.
 * @throws UnusableInputError when it cannot be read, or is no such JSON
 */
export function readJson(file: string): Json {
  const json = parsed(text(file), file);
  if (isJsonObject(json)) return json;
  throw new UnusableInputError(`${file} holds no JSON object`);
}

function text(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UnusableInputError(`${file} cannot be read: ${messageOf(error)}`);
  }
}

function parsed(content: string, file: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new UnusableInputError(`${file} is no JSON, perhaps cut off: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n")[0] ?? message;
}
