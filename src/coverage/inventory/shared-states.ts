import { basename, isAbsolute, join, normalize, resolve } from "node:path";
import { canonical } from "../../json/canonical";
import { listIn, objectIn, ownValue, textIn, type Json } from "../../json/value";
import { finding, type Finding } from "../finding";
import type { StackDocument } from "./inventory";

/** What tells the state of one stack from that of another, where it is not all settings. */
const telling: Readonly<Record<string, readonly string[]>> = {
  local: ["path"],
  s3: ["bucket", "key", "workspace_key_prefix"],
  cloud: ["hostname", "organization", "workspaces"],
  remote: ["hostname", "organization", "workspaces"],
  azurerm: ["storage_account_name", "container_name", "key"],
  gcs: ["bucket", "prefix"],
  http: ["address"],
};

/** Stacks that keep one state: each apply would destroy what the other has made. */
export function sharedStates(stacks: readonly StackDocument[]): readonly Finding[] {
  const first = new Map<string, string>();
  return stacks.flatMap((stack) =>
    statesOf(stack).flatMap(([type, settings]): Finding[] => {
      const state = `${type} ${canonical(identityOf(type, settings, stack))}`;
      const other = first.get(state);
      if (other === undefined) {
        first.set(state, stack.name);
        return [];
      }
      const at = { stack: stack.name, address: "terraform" };
      return [finding("shared-state", at, `the stack ${other}, ${shown(type, settings)}`)];
    }),
  );
}

function statesOf({ document }: StackDocument): readonly (readonly [string, Json])[] {
  return listIn(document["terraform"])
    .map(objectIn)
    .flatMap(({ backend, cloud }) => [
      ...listIn(backend).flatMap((each) => Object.entries(objectIn(each))),
      ...listIn(cloud).map((each): [string, unknown] => ["cloud", each]),
    ])
    .flatMap(([type, blocks]) => listIn(blocks).map((block) => [type, objectIn(block)] as const));
}

/** Where a stack keeps its state. */
export interface StatePlace {
  /** The same wherever the folder of the stack is. */
  readonly key: string;
  /** In words, without what may be a secret. */
  readonly shown: string;
}

/** Where a stack keeps its state, as far as its Terraform says it. */
export function statePlaceOf(stack: StackDocument): StatePlace {
  const [[type, settings] = ["local", {}] as const] = statesOf(stack);
  const path = textIn(settings["path"]);
  // The path of a checkout is another on each machine.
  const file = path !== undefined && isAbsolute(path) ? basename(path) : path;
  const own =
    type === "local"
      ? { path: normalize(file ?? join(stack.name, "terraform.tfstate")) }
      : identityOf(type, settings, stack);
  return { key: `${type} ${canonical(own)}`, shown: shown(type, settings) };
}

/** Settings of the state of a stack that do not tell it from others, such as the key that encrypts it. */
export function stateSettingsOf(stack: StackDocument): Json {
  const [[type, settings] = ["local", {}] as const] = statesOf(stack);
  const names = ownValue(telling, type);
  if (names === undefined) return {};
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !names.includes(name)));
}

/** An address may hold a user and a password, or a token. */
function shownSetting(value: unknown): string {
  const url = typeof value === "string" ? URL.parse(value) : null;
  return url ? canonical(`${url.origin}${url.pathname}`) : canonical(value);
}

/** Other settings may be secrets. */
function shown(type: string, settings: Json): string {
  const names = (ownValue(telling, type) ?? []).filter((name) => settings[name] !== undefined);
  return [type, ...names.map((name) => `${name} ${shownSetting(settings[name])}`)].join(", ");
}

function identityOf(type: string, settings: Json, { name, folder }: StackDocument): Json {
  if (type === "local") {
    // Terraform runs in the folder of the stack.
    const own = folder ?? join("stacks", name);
    const path = resolve(own, textIn(settings["path"]) ?? "terraform.tfstate");
    return { path, workspace_dir: settings["workspace_dir"] };
  }
  const names = ownValue(telling, type) ?? Object.keys(settings);
  return Object.fromEntries(names.map((each) => [each, settings[each]]));
}
