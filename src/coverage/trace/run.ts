import { compilePattern, type CompiledPattern, type JsonObject } from "../../aws/eventbridge";
import {
  kindsWith,
  patternOf,
  type AccountNames,
  type AlertKind,
  type EventEnvelope,
  type Watch,
} from "../../catalog";
import { BlockedError, type Finding, type Hop } from "../finding";
import type { Resource } from "../inventory";
import type { ResourceIndex } from "../resource-index";
import type { BlockedPath, Delivery } from "../trace-result";

/** What is known of the organization besides its Terraform. */
export interface TraceOptions {
  /**
   * Id of the organization that the senders belong to.
   * @default - what the policies of the trail's bucket say, else those of the bus
   */
  readonly organization?: string;
  /**
   * Whether a trail is created, or exists outside of the generated Terraform and is taken at its word.
   * @default - as the generated Terraform has one or not
   */
  readonly trail?: "create" | "existing";
  /** ARNs of topics that are there already, outside of the generated Terraform. @default none */
  readonly existing?: readonly string[];
  /** Permissions boundary that every role is to have: a policy's name or ARN. @default none */
  readonly permissionsBoundary?: string;
  /**
   * Names of accounts by id, as a function that formats messages knows them.
   * @default - those in the function's package
   */
  readonly accountNames?: AccountNames;
  /** Principals whose sign-ins are kinds of their own. @default none */
  readonly watches?: readonly Watch[];
}

/** A log group that keeps an event, and how it got there. */
export interface LogDelivery {
  readonly group: Resource;
  readonly hops: readonly Hop[];
}

/** One event on its way. */
export interface Run {
  readonly index: ResourceIndex;
  readonly event: EventEnvelope;
  readonly json: JsonObject;
  /** Name of its kind, where it is of one; only looked for when asked. */
  readonly kind: () => string | undefined;
  readonly options: TraceOptions;
  readonly deliveries: Delivery[];
  readonly blockers: Finding[];
  /** The same, each with the steps before it. */
  readonly blockedPaths: BlockedPath[];
  /** What is wrong though the event arrives. */
  readonly findings: Finding[];
  /** Log groups that keep the event; they notify no recipient. */
  readonly logs: LogDelivery[];
}

const jsonOf = new WeakMap<EventEnvelope, JsonObject>();

/** An event before it has gone anywhere. */
export function newRun(index: ResourceIndex, event: EventEnvelope, options: TraceOptions): Run {
  // One object for one event: what patterns see of it is remembered by it.
  const json = jsonOf.get(event) ?? { ...event };
  jsonOf.set(event, json);
  const kind = (): string | undefined => kindOfEvent(json, options.watches)?.name;
  const found = { deliveries: [], blockers: [], blockedPaths: [], findings: [], logs: [] };
  return { index, event, json, kind, options, ...found };
}

const compiled = new WeakMap<AlertKind, CompiledPattern>();

/** The one kind that an event is of; undefined for an event that is no sign-in. */
export function kindOfEvent(
  event: JsonObject,
  watches: readonly Watch[] = [],
): AlertKind | undefined {
  const kinds = kindsWith(watches);
  // What is watched is taken from the other kinds.
  const inOrder = [...kinds.filter(({ parts }) => parts), ...kinds.filter(({ parts }) => !parts)];
  return inOrder.find((kind) => {
    const pattern = compiled.get(kind) ?? compilePattern(patternOf([kind]));
    compiled.set(kind, pattern);
    return pattern.matches(event);
  });
}

/** Notes where a path ended, and how far it came. */
export function endPath(run: Run, hops: readonly Hop[], blocker: Finding): void {
  run.blockers.push(blocker);
  run.blockedPaths.push({ hops, blocker });
}

/** Follows one path after some steps; where it ends is noted, and the others go on. */
export function branch(run: Run, hops: readonly Hop[], follow: () => void): void {
  try {
    follow();
  } catch (error) {
    if (!(error instanceof BlockedError)) throw error;
    endPath(run, [...hops, ...error.passed], error.finding);
  }
}
