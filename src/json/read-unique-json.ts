import { parseJson, readText, UnusableInputError } from "./read-json";
import { repeatedKey } from "./repeated-key";
import { shownJson } from "./value";

/**
 * The JSON in a file in which no object has a key twice: of two values readers keep different ones.
 * @throws UnusableInputError
 */
export function readUniqueJson(path: string): unknown {
  const text = readText(path);
  const json = parseJson(path, text);
  const twice = repeatedKey(text);
  if (twice === undefined) return json;
  throw new UnusableInputError(
    `${path} has an object with the key ${shownJson(twice)} twice, and what it means depends on the reader`,
  );
}
