import { actorOf } from "./actor";
import { fields, type FieldName } from "./fields";
import { plainValue, wordOf } from "./plain-value";

/** Names that people use, by account id. */
export type AccountNames = Readonly<Record<string, string>>;

/** Fields that hold the id of an account. */
const accountFields: readonly FieldName[] = [
  "account",
  "envelopeAccount",
  "identityAccount",
  "optInAccount",
  "rootTarget",
  "federatedAccount",
];

/** Fields of the account that the event happened in. */
const ownAccount: readonly FieldName[] = ["account", "envelopeAccount", "optInAccount"];

/** Characters of an account's name that are shown at most. */
const mostOfName = 40;

/** Characters of it that are always shown. */
const shortestName = 16;

function valueAt(event: unknown, path: string): unknown {
  let value = event;
  for (const key of path.split(".").slice(1)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}

function nameIn(value: unknown): unknown {
  return typeof value === "string" ? (arnOfName.exec(value)?.[1] ?? value) : value;
}

/** True for a field that holds the id of an account. */
export function isAccountField(name: FieldName): boolean {
  return accountFields.includes(name);
}

const rootArn = /^arn:[^:]*:iam::(\d{12}):root$/u;

/** The id of an account, of which requests give the ARN of the root user, too. */
function accountIn(value: unknown): unknown {
  return typeof value === "string" ? (rootArn.exec(value)?.[1] ?? value) : value;
}

/** What an ARN names, without where that is. */
const arnOfName = /^arn:[^/]+\/(?:.*\/)?([^/]+)$/u;

/** What an event says in its fields, as text that is safe to show. */
export class EventFields {
  constructor(
    private readonly event: unknown,
    private readonly names: AccountNames,
    private readonly hasIds = true,
    private readonly hasRoles = true,
    private readonly longestName = mostOfName,
  ) {}

  /** The same, with the id of an account only where it has no name, and of ARNs what they name. */
  withoutIds(): EventFields {
    return new EventFields(this.event, this.names, false);
  }

  /**
   * The same without ids, and who acted by the name alone: without the role, or who gave the session.
   * @param longestName characters of an account's name
   */
  withoutRoles(longestName: number): EventFields {
    return new EventFields(this.event, this.names, false, false, longestName);
  }

  /** The text of a field; undefined where the event has none. */
  text(name: FieldName, longest: number): string | undefined {
    const found = valueAt(this.event, fields[name].path);
    const value = isAccountField(name) ? accountIn(found) : found;
    if (!isAccountField(name)) return plainValue(this.hasIds ? value : nameIn(value), longest);
    // The id of an account is of no use without its end.
    const text = plainValue(value, Math.max(longest, shortestName));
    if (text !== undefined) return this.named(text, longest);
    if (!ownAccount.includes(name)) return undefined;
    const own = plainValue(valueAt(this.event, fields.envelopeAccount.path), longest);
    return own === undefined ? undefined : this.named(own, longest);
  }

  /** The best name of who acted. */
  actor(longest: number): string {
    const shown = (name: string): string => wordOf(plainValue(name, longest) ?? "");
    const { name, by } = actorOf(this.event, shown) ?? { name: "an unnamed identity" };
    return by === undefined || !this.hasRoles ? name : `${name} (${by})`;
  }

  /** The text of a field if it can stand in an address of the web. */
  partOfLink(name: FieldName): string | undefined {
    const value = valueAt(this.event, fields[name].path);
    return typeof value === "string" && /^[\w-]{1,64}$/u.test(value) ? value : undefined;
  }

  /** The whole event as JSON. */
  json(longest: number): string {
    return plainValue(this.event, longest) ?? "nothing";
  }

  private named(id: string, longest: number): string {
    const name = Object.hasOwn(this.names, id)
      ? plainValue(this.names[id], Math.min(Math.max(longest, shortestName), this.longestName))
      : undefined;
    if (name === undefined) return wordOf(id);
    return this.hasIds ? `${name} (${id})` : name;
  }
}
