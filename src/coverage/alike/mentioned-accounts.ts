import { repeatedKey } from "../../json/repeated-key";
import { readableJson, shownJson } from "../../json/value";

/** Keys of an event pattern or a policy with which a part of an id, or its number, could decide. */
const orders = /(?:^|:)(?:Numeric|Date)|^numeric$/u;
const partial = /^(?:prefix|suffix)$/u;

/**
 * Where ids of accounts stand in some values, to find accounts that these values cannot tell apart: ids
 * that stand in the same lists, alone, and nowhere else. A list of texts is a set to AWS, in patterns and
 * policies alike. JSON in a text is looked into.
 */
export class AccountMentions {
  readonly #lists = new Map<string, string[]>();
  readonly #elsewhere = new Set<string>();
  readonly #besideParts = new Set<string>();
  #isUnclear = false;

  /** What stands before and behind ids within texts; empty where nothing does. */
  readonly besideIds = new Set<string>();

  /**
   * Whether some value may tell accounts apart by a part of their ids: by digits beside a wildcard. On
   * their other side they have what an id may have there. `eu-central-1*` is no part of an id that no
   * hyphen stands before.
   * @param besideIds - what stands before and behind ids wherever they may be compared
   */
  isUnclear(besideIds: ReadonlySet<string> = this.besideIds): boolean {
    return (
      this.#isUnclear ||
      [...this.#besideParts].some((each) => !/[a-z-]/iu.test(each) || besideIds.has(each))
    );
  }

  /** Every id that was found. */
  get ids(): ReadonlySet<string> {
    return new Set([...this.#lists.keys(), ...this.#elsewhere]);
  }

  /** The same for two ids that no value tells apart; undefined for one that stands on its own somewhere. */
  listsOf(id: string): string | undefined {
    if (this.#elsewhere.has(id)) return undefined;
    return JSON.stringify([...(this.#lists.get(id) ?? [])].sort());
  }

  /** Looks for ids in a value that is found at a path. */
  look(path: string, value: unknown): void {
    if (typeof value === "string") this.#lookInText(path, value);
    else if (typeof value === "number" || typeof value === "bigint") this.#read(String(value));
    else if (Array.isArray(value)) this.#lookInList(path, value);
    else if (typeof value === "object" && value !== null) {
      for (const [name, part] of Object.entries(value)) {
        this.#read(name);
        if (orders.test(name)) this.#isUnclear = true;
        if (partial.test(name)) this.#readPart(part);
        this.look(`${path}.${name}`, part);
      }
    }
  }

  #lookInList(path: string, list: readonly unknown[]): void {
    const isOfTexts = list.every((each) => typeof each === "string");
    for (const [at, each] of list.entries()) {
      if (isOfTexts && typeof each === "string" && /^\d{12}$/u.test(each)) {
        const lists = this.#lists.get(each) ?? [];
        lists.push(path);
        this.#lists.set(each, lists);
      } else this.look(`${path}[${isOfTexts ? "" : at}]`, each);
    }
  }

  #lookInText(path: string, text: string): void {
    if (/^\s*[[{]/u.test(text)) {
      const json = jsonOnce(text);
      if (json !== undefined) {
        this.look(`${path} `, json);
        return;
      }
    }
    this.#read(text);
  }

  /** Every id in a text, those in longer numbers included, and digits that a wildcard adds to. */
  #read(text: string): void {
    for (const { 0: number, index } of text.matchAll(/\d{12,}/gu)) {
      for (let at = 0; at + 12 <= number.length; at++)
        this.#elsewhere.add(number.slice(at, at + 12));
      this.besideIds.add(text.slice(0, index).slice(-1)).add(text.charAt(index + number.length));
    }
    for (const [, behind = ""] of text.matchAll(/[*?]\d{1,11}(?!\d)(.?)/gsu)) {
      this.#besideParts.add(behind);
    }
    for (const [, before = ""] of text.matchAll(/(.?)(?<!\d)\d{1,11}[*?]/gsu)) {
      this.#besideParts.add(before);
    }
    // An escape in a text that is not JSON may hide a digit.
    if (text.includes("\\u")) this.#isUnclear = true;
  }

  /** The value of `prefix` or `suffix`: one that ends within a number may be a part of an id. */
  #readPart(part: unknown): void {
    const text = shownJson(part);
    if (/(?<!\d)\d{1,11}"|"\d{1,11}(?!\d)/u.test(text)) this.#isUnclear = true;
  }
}

/** The JSON that a text holds; undefined where it holds none, or where some of it would be lost. */
function jsonOnce(text: string): unknown {
  try {
    return repeatedKey(text) === undefined ? readableJson(text) : undefined;
  } catch {
    return undefined;
  }
}
