import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listOf, objectOf, textOf, type JsonObject } from "./json";

/** A stack that cdktf wrote. */
export interface GeneratedStack {
  readonly name: string;
  /** Path of its file in the folder. */
  readonly file: string;
  readonly dependencies: readonly string[];
  readonly document: JsonObject;
}

/** The stacks of a folder; of the alike ones of accounts, one. */
export interface GeneratedStacks {
  readonly manifest: string;
  /** Stacks that belong to no account in particular. */
  readonly shared: readonly GeneratedStack[];
  /** The stack of one account, where accounts have stacks. */
  readonly sample?: { readonly account: string; readonly stack: GeneratedStack };
}

function readJson(file: string): JsonObject {
  const content: unknown = JSON.parse(readFileSync(file, "utf8"));
  return objectOf(content);
}

/** Names and files of the stacks of a folder, from its manifest. */
export function stackFiles(folder: string): ReadonlyMap<string, string> {
  const { stacks } = readJson(join(folder, "manifest.json"));
  return new Map(
    Object.entries(objectOf(stacks)).map(([name, stack]) => [
      name,
      textOf(objectOf(stack)["synthesizedStackPath"], "path"),
    ]),
  );
}

/**
 * The accounts whose stacks are alike; none where CloudFormation covers all but the management
 * account, whose stack is then one of a kind.
 */
export function accountsWithStacks(
  names: Iterable<string>,
  accounts: readonly string[],
): ReadonlySet<string> {
  const endings = new Set([...names].map((name) => name.slice(-12)));
  return new Set(accounts.every((account) => endings.has(account)) ? accounts : []);
}

/** Reads the stacks of a folder, and of those that end with an account's id only the last one's. */
export function generatedStacks(folder: string, accounts: readonly string[]): GeneratedStacks {
  const manifest = readFileSync(join(folder, "manifest.json"), "utf8");
  const { stacks } = readJson(join(folder, "manifest.json"));
  const read = ([name, stack]: [string, unknown]): GeneratedStack => {
    const file = textOf(objectOf(stack)["synthesizedStackPath"], "path");
    const dependencies = listOf(objectOf(stack)["dependencies"]).map((path) =>
      textOf(path, "dependency"),
    );
    return { name, file, dependencies, document: readJson(join(folder, file)) };
  };
  const entries = Object.entries(objectOf(stacks));
  const ofAccounts = accountsWithStacks(Object.keys(objectOf(stacks)), accounts);
  const shared = entries.filter(([name]) => !ofAccounts.has(name.slice(-12))).map(read);
  // The last, because the first is the hub too: its id would be filled where the hub is meant.
  const account = accounts.at(-1);
  const [sample] = entries
    .filter(([name]) => name.slice(-12) === account && ofAccounts.has(name.slice(-12)))
    .map(read);
  return {
    manifest,
    shared,
    ...(account !== undefined && sample && { sample: { account, stack: sample } }),
  };
}
