import type { EventEnvelope, IgnoredEvents } from "../../src/catalog";

/** A text of the record; undefined where there is none. */
export function textAt(event: EventEnvelope, ...path: readonly string[]): string | undefined {
  const value = path.reduce<unknown>(
    (inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key],
    event.detail,
  );
  return typeof value === "string" ? value : undefined;
}

function isLike(wildcard: string, text: string): boolean {
  const parts = wildcard.split("*").map((part) => part.replace(/[.+?^$()|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(text);
}

/** What an entry asks for, read anew and not by patterns. */
export function isIgnored(entry: IgnoredEvents, kind: string, event: EventEnvelope): boolean {
  const arn = textAt(event, "userIdentity", "arn");
  const address = textAt(event, "sourceIPAddress");
  return (
    entry.kinds.includes(kind) &&
    ![undefined, "Root"].includes(textAt(event, "userIdentity", "type")) &&
    (entry.principalArns === undefined ||
      (arn !== undefined && entry.principalArns.some((each) => isLike(each, arn)))) &&
    (entry.accounts?.includes(event.account) ?? true) &&
    (entry.sourceCidrs === undefined ||
      (address !== undefined && entry.sourceCidrs.some((each) => isIn(each, address))))
  );
}

function isIn(cidr: string, address: string): boolean {
  const number = (text: string) =>
    text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  if (!/^\d+(\.\d+){3}$/.test(address)) return false;
  const [block = "", bits = "32"] = cidr.split("/");
  const size = 2 ** (32 - Number(bits));
  return Math.floor(number(address) / size) === Math.floor(number(block) / size);
}
