import { isJsonObject } from "./json";

/** A value with gaps, for which a context has the content. */
export interface Filling<Context> {
  /** False where every context gives the same value, which is then one value for all. */
  readonly varies: boolean;
  readonly fill: (context: Context) => unknown;
}

/** How a text is filled, or undefined where it has no gaps. */
export type TextFilling<Context> = (text: string) => ((context: Context) => string) | undefined;

/**
 * Works a JSON value out once, so that filling it does no more than what somebody would have written:
 * literals where nothing varies, template strings and object literals where something does.
 */
export function filling<Context>(value: unknown, ofText: TextFilling<Context>): Filling<Context> {
  const constant = { varies: false, fill: () => value };
  if (typeof value === "string") {
    const fill = ofText(value);
    return fill ? { varies: true, fill } : constant;
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => filling(item, ofText));
    if (!items.some(({ varies }) => varies)) return constant;
    return { varies: true, fill: (context) => items.map(({ fill }) => fill(context)) };
  }
  if (!isJsonObject(value)) return constant;
  const entries = Object.entries(value).map(([key, item]) => ({
    ofKey: ofText(key) ?? (() => key),
    varies: ofText(key) !== undefined,
    item: filling(item, ofText),
  }));
  if (!entries.some(({ varies, item }) => varies || item.varies)) return constant;
  return {
    varies: true,
    fill: (context) => {
      const filled: Record<string, unknown> = {};
      for (const { ofKey, item } of entries) filled[ofKey(context)] = item.fill(context);
      return filled;
    },
  };
}

/** What a stack of one account differs in from that of another. */
export interface AccountContext {
  readonly account: string;
}

/** Fills the id of the account in place of that of the sample. */
export function accountText(sample: string): TextFilling<AccountContext> {
  return (text) => {
    if (!text.includes(sample)) return undefined;
    const parts = text.split(sample);
    return ({ account }) => parts.join(account);
  };
}
