import { Token } from "cdktf";

/** Resolves a value in which there may be a token, as cdktf does. */
type Resolve = (value: unknown) => unknown;

/** Deeper values are left to cdktf, which refuses those that hold themselves. */
const deepest = 100;

/** Texts that cdktf refuses where they stand for a map of which nothing is known yet. */
const mapTokens: readonly string[] = [Token.STRING_MAP_TOKEN_VALUE, Token.ANY_MAP_TOKEN_VALUE];

/**
 * cdktf writes a token in a text as `${TfToken[…]}`, with another character in front for lists and maps,
 * and one for a number as a double of some -1e+289.
 */
function isLiteral(value: unknown): boolean {
  if (typeof value === "number") return value >= 0;
  if (typeof value !== "string") return true;
  return !value.includes("TfToken[") && !value.includes("e+") && !mapTokens.includes(value);
}

function isPlainObject(value: object): value is Record<string, unknown> {
  return Object.getPrototypeOf(value) === Object.prototype && !("resolve" in value);
}

/** Setting this key would change what the object inherits. */
function isOrdinary(key: string): boolean {
  return isLiteral(key) && key !== "__proto__";
}

function copyOf(value: unknown, resolve: Resolve, depth: number): unknown {
  if (typeof value === "function") return resolve(value);
  if (typeof value !== "object" || value === null) return isLiteral(value) ? value : resolve(value);
  const inside = (item: unknown): unknown => copyOf(item, resolve, depth + 1);
  if (depth < deepest && Array.isArray(value) && value.every(isLiteral)) {
    return value.map(inside).filter((item) => item !== undefined);
  }
  if (depth < deepest && isPlainObject(value) && Object.keys(value).every(isOrdinary)) {
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const item = inside(value[key]);
      if (item !== undefined) copy[key] = item;
    }
    return copy;
  }
  return resolve(value);
}

/**
 * The same as `Tokenization.resolve` of cdktf makes of a value: a copy without what is undefined, in which
 * tokens are what they stand for. Whatever surely holds no token is copied here, which takes a tenth of
 * the time.
 * @param value anything that a construct gives to Terraform
 * @param resolve of cdktf, for what may be a token: texts with a mark of one, numbers below zero, objects
 *   of a class, functions
 * @throws what cdktf throws
 */
export function resolvedValue(value: unknown, resolve: Resolve): unknown {
  try {
    return copyOf(value, resolve, 0);
  } catch {
    // cdktf names the place in the whole value.
    return resolve(value);
  }
}
