import { readFileSync } from "node:fs";
import { BadInputError } from "./bad-input-error";

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, " ");
}

/** Text of a file. @throws BadInputError */
export function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new BadInputError(`${path} cannot be read: ${messageOf(error)}`);
  }
}

/** The JSON that a text holds. @throws BadInputError */
export function parseJson(name: string, text: string): unknown {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return json;
  } catch (error) {
    throw new BadInputError(`${name} is no JSON, perhaps it is cut off: ${messageOf(error)}`);
  }
}

/** The JSON in a file. @throws BadInputError */
export function readJson(path: string): unknown {
  return parseJson(path, readText(path));
}
