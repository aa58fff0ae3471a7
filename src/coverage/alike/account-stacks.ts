import { createHash } from "node:crypto";
import type { Finding } from "../finding";
import type { StackDocument } from "../inventory";

/** A stack that is read when it is asked for, so that no more than one text is held at a time. */
export interface WrittenStack {
  readonly name: string;
  /** Folder that holds its file. @default - it was not read from a folder */
  readonly folder?: string;
  /** Path of its file, from the folder of the generated Terraform. @default - it was not read from a folder */
  readonly file?: string;
  /** Its file as it stands. */
  readonly text: () => string;
  /** The same parsed, and what cannot be analyzed of it. */
  readonly read: () => { readonly stack: StackDocument; readonly problems: readonly Finding[] };
}

/** A stack that is called after one account. */
export interface AccountStack {
  readonly account: string;
  readonly written: WrittenStack;
}

/** One to be resolved, one that must be resolved to the same, and one to gain by it. */
const fewest = 3;

/**
 * Stacks whose files say the same but for the id of the account that they are called after, in groups of
 * three or more, each in the order of the ids. An account with two stacks is in none.
 * @param onRead - told of every stack that was read, of so many
 */
export function alikeStacks(
  stacks: readonly WrittenStack[],
  onRead: (done: number, total: number) => void = () => undefined,
): readonly (readonly AccountStack[])[] {
  const owned = stacks.flatMap((written) => {
    const account = accountIn(written.name);
    return account === undefined ? [] : [{ account, written }];
  });
  const number = new Map<string, number>();
  for (const { account } of owned) number.set(account, (number.get(account) ?? 0) + 1);
  const single = owned.filter(({ account }) => number.get(account) === 1);
  if (single.length < fewest) return [];
  const groups = new Map<string, AccountStack[]>();
  for (const [at, stack] of single.entries()) {
    const digest = digestOf(stack);
    onRead(at + 1, single.length);
    if (digest === undefined) continue;
    const group = groups.get(digest);
    if (group === undefined) groups.set(digest, [stack]);
    else group.push(stack);
  }
  return [...groups.values()]
    .filter((group) => group.length >= fewest)
    .map((group) => group.sort((a, b) => (a.account < b.account ? -1 : 1)));
}

/** The id of the account that a stack is called after; undefined where it names none, or several. */
export function accountIn(name: string): string | undefined {
  const [id, ...others] = name.match(/(?<!\d)\d{12}(?!\d)/gu) ?? [];
  return others.length === 0 ? id : undefined;
}

const reference = String.raw`[a-z_][\w-]*(?:\.[a-z_][\w-]*)*`;

/** Resources: a type has the name of its provider before the first underscore. */
const instances = String.raw`[a-z]+_${reference}`;

/** Expressions that are the same of each id: references by names, instances of a resource, a set of texts. */
const plain = [
  reference,
  String.raw`${instances}\[each\.key\](?:\.[a-z_]\w*)*`,
  String.raw`toset\(\[[^$%\]]*\]\)`,
  String.raw`\{ for \w+, \w+ in ${instances} : \w+ => \w+\.\w+ \}`,
];

/** Any other may give one id another result than the next: by an operator, an index or a directive. */
const computes = new RegExp(String.raw`\$\{(?!(?:${plain.join("|")})\})|%\{`, "iu");

/** The same for two stacks that say the same of their accounts; undefined where that cannot be seen. */
function digestOf({ account, written }: AccountStack): string | undefined {
  const text = written.text();
  // An escape may hide a digit, and a NUL stands for the id below.
  if (/\\u|\0/u.test(text)) return undefined;
  // A file beside one stack may lack beside another, or say something else.
  if (/\b(?:template)?file\w*\s*\(/u.test(text)) return undefined;
  if (computes.test(text)) return undefined;
  // A longer number is no id, and no text with another id in its place.
  if (new RegExp(`\\d${account}|${account}\\d`, "u").test(text)) return undefined;
  const [name, said] = [written.name, text].map((each) => each.replaceAll(account, "\0"));
  return createHash("sha256").update(`${name}\n${said}`).digest("hex");
}
