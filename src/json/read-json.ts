import { readFileSync } from "node:fs";
import { isRefusal, refused } from "./file-system";
import { UnusableInputError } from "./unusable-input";
import { isJsonObject, readableJson, type Json } from "./value";

export { UnusableInputError };

/** Text of a file, or of what another program reads. @throws UnusableInputError */
export function readText(path: string, read = () => readFileSync(path, "utf8")): string {
  try {
    return read();
  } catch (error) {
    const name = path === "" ? "a file without a name" : path;
    const reason = isRefusal(error)
      ? refused("read", error)
      : `cannot be read: ${messageOf(error)}`;
    throw new UnusableInputError(`${name} ${reason}`);
  }
}

/** The JSON that a text holds. @throws UnusableInputError */
export function parseJson(name: string, text: string): unknown {
  try {
    return readableJson(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new UnusableInputError(
      `${name} is not valid JSON, perhaps it is cut off: ${messageOf(error)}`,
    );
  }
}

/** The JSON in a file. @throws UnusableInputError */
export function readJson(path: string): unknown {
  return parseJson(path, readText(path));
}

/** The JSON object in a file. @throws UnusableInputError */
export function readJsonObject(path: string): Json {
  const json = readJson(path);
  if (isJsonObject(json)) return json;
  throw new UnusableInputError(`${path} does not hold a JSON object`);
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, " ");
}
