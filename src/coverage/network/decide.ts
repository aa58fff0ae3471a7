import type { Resource } from "../inventory";
import {
  ConditionKeyError,
  evaluatePolicy,
  PolicyParseError,
  PolicyRequestError,
  type PolicyKind,
  type PolicyRequest,
} from "../policy";
import { stationAt } from "../station";
import type { Stop } from "../trace-result";
import { BlockedError } from "./blocked-error";
import type { Network } from "./network";
import { stopAt } from "./stop-at";
import { unitDoubt } from "./unit-statements";

/** A policy document and the resource that holds it. */
export interface AttachedPolicy {
  readonly resource: Resource;
  /** JSON of the document. */
  readonly json: string;
  readonly kind: PolicyKind;
}

/** What policies say together: who allowed, who denied, or why nobody did either. */
export type Verdict =
  | { readonly effect: "allow"; readonly by: Resource; readonly statement: string }
  | { readonly effect: "deny" | "implicit-deny"; readonly stop: Stop };

/**
 * What policies of one side say to a request: a Deny of any wins, then an Allow of any.
 * @throws BlockedError for a policy that is not understood
 */
export function verdict(
  network: Network,
  name: string,
  policies: readonly AttachedPolicy[],
  request: PolicyRequest,
): Verdict | undefined {
  let allowed: Verdict | undefined;
  let missed: Verdict | undefined;
  for (const { resource, json, kind } of policies) {
    const stop = (reason: string): Stop => stationAt(name, resource, reason);
    const decision = understood(stop, () => evaluatePolicy(network.policy(json, kind), request));
    const doubt = unitDoubt(json, request);
    if (doubt !== undefined) throw new BlockedError(stop(doubt));
    if (decision.effect === "deny") return { effect: "deny", stop: stop(decision.reason) };
    if (decision.effect === "allow") {
      allowed ??= { effect: "allow", by: resource, statement: decision.statement.name };
    } else {
      missed ??= { effect: "implicit-deny", stop: stop(decision.reason) };
    }
  }
  return allowed ?? missed;
}

function understood<T>(stop: (reason: string) => Stop, evaluate: () => T): T {
  try {
    return evaluate();
  } catch (error) {
    if (
      error instanceof PolicyParseError ||
      error instanceof ConditionKeyError ||
      error instanceof PolicyRequestError
    ) {
      throw new BlockedError(stop(error.message.replace(/\s*\n\s*/gu, " ")));
    }
    throw error;
  }
}

/**
 * The statement that allows a request.
 * @throws BlockedError when no policy does
 */
export function requireAllowed(
  network: Network,
  name: string,
  holder: Resource,
  policies: readonly AttachedPolicy[],
  request: PolicyRequest,
): string {
  const decided = verdict(network, name, policies, request);
  if (decided?.effect === "allow") return decided.statement;
  const { resource, reason } = decided?.stop ?? { resource: holder, reason: "there is no policy" };
  return stopAt(name, resource, `${request.action} is not allowed: ${reason}`);
}
