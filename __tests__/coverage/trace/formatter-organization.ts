import {
  inventoryOfStacks,
  traceEvent,
  type StackDocument,
  type TraceResult,
} from "../../../src/coverage";
import { findKind, placeSample, type EventEnvelope } from "../../../src/catalog";
import { accountNames, formattedHub, HUB_STACK } from "../../modules/alert-formatter/formatted-hub";
import { synthesizedStacks } from "../../terraform/synthesized-stacks";
import type { MutableJson } from "../mutation/mutant";
import { MEMBER, stacksOf } from "../small-organization";

const hub = synthesizedStacks(formattedHub()).map(({ name, configuration }) => ({
  name,
  document: configuration,
}));

/** The small organization without its hub. */
export const withoutHub = stacksOf().filter(({ name }) => name !== HUB_STACK);

/** The small organization with a hub whose messages a function formats. */
export const stacks: readonly StackDocument[] = [...withoutHub, ...hub];

type Resources = Record<string, Record<string, MutableJson>>;

/** A way to break the hub. */
export type Change = (resources: Resources) => void;

/** The stacks with a broken hub. */
export function changed(change: Change): readonly StackDocument[] {
  const copy = structuredClone(stacks);
  const document = copy.find(({ name }) => name === HUB_STACK)?.document;
  change(document?.["resource"] as Resources);
  return copy;
}

/** A root user's sign-in in the member. */
export function rootSignIn(): EventEnvelope {
  const sample = findKind("root-sign-in")?.sample;
  if (!sample) throw new Error("no kind root-sign-in");
  return placeSample(sample, { account: MEMBER, region: "us-east-2" });
}

/** The way of a root user's sign-in in the member. */
export function trace(
  documents: readonly StackDocument[],
  names: Readonly<Record<string, string>> = accountNames,
): TraceResult {
  return traceEvent(inventoryOfStacks(documents), rootSignIn(), { accountNames: names });
}

/** The resource of a type that a part of the hub makes. */
export function own(resources: Resources, type: string, part = "formatter"): MutableJson {
  const named = Object.entries(resources[type] ?? {});
  const [, body] = named.find(([name]) => name.startsWith(`${part}_`)) ?? [];
  if (body === undefined) throw new Error(`no ${type} of ${part}`);
  return body;
}

/** Gives an argument another value. */
export function set(type: string, name: string, value: unknown): Change {
  return (resources) => {
    own(resources, type)[name] = value;
  };
}

/** Replaces a text in an argument, which must be there. */
export function replace(
  type: string,
  name: string,
  from: string,
  to: string,
  part?: string,
): Change {
  return (resources) => {
    const body = own(resources, type, part);
    const text = JSON.stringify(body[name]);
    const quoted = (plain: string): string => JSON.stringify(plain).slice(1, -1);
    if (!text.includes(quoted(from))) throw new Error(`${name} has no ${from}`);
    body[name] = JSON.parse(text.replaceAll(quoted(from), quoted(to)));
  };
}

/** Takes away every resource of a type. */
export function without(type: string): Change {
  return (resources) => {
    resources[type] = {};
  };
}

export const LAMBDA = "aws_lambda_function";
export const INVOKE = "aws_lambda_function_event_invoke_config";
export const PERMISSION = "aws_lambda_permission";
