import type { IgnoredEvents } from "../catalog";
import type { Acceptance, AcceptedFinding } from "./acceptance";
import type { ExpectedRoute, LeftOutPlaces, NotRoutedAlerts } from "./expected-coverage";
import type { Finding } from "./finding";
import type { ControlState } from "./guards/controls";
import type { Drift } from "./inventory";
import type { NotifiedTopic, TraceResult } from "./trace-result";

/** Whether one kind of alert raised in one account and region would arrive. */
export interface CoverageCell {
  readonly account: string;
  readonly region: string;
  readonly kind: string;
  readonly covered: boolean;
  /** The first thing in the way, where it is not covered. */
  readonly blocker?: Finding;
}

/** Whether the heartbeat of one account and region would be counted. */
export interface HeartbeatCell {
  readonly account: string;
  readonly region: string;
  readonly arrives: boolean;
  /** The first thing in the way, where it does not arrive. */
  readonly blocker?: Finding;
}

/** What an organization would be told of. */
export interface CoverageReport {
  /**
   * Id of the organization, such as `o-a1b2c3d4e5`: what the configuration says, else the policies.
   * @default - not known
   */
  readonly organization?: string;
  /** Account ids, sorted, with the name people use where it is known. */
  readonly accounts: readonly { readonly id: string; readonly name?: string }[];
  /** Every region covered in some account, sorted. */
  readonly regions: readonly string[];
  /** Enabled kinds in the order of the catalog. */
  readonly kinds: readonly string[];
  /** One per account, its region and kind that can occur there. */
  readonly cells: readonly CoverageCell[];
  /** One per account and region that sends a heartbeat or should; empty where none is wanted. */
  readonly heartbeats: readonly HeartbeatCell[];
  /** Name and topic of each route, where a configuration names them. */
  readonly routes: readonly Pick<ExpectedRoute, "name" | "topicArn">[];
  /** Controls of auditors that want a metric filter and an alarm. */
  readonly controls: readonly ControlState[];
  /** What nobody is told of, on purpose. */
  readonly ignored: readonly IgnoredEvents[];
  /** What nobody is told of because no route names it, which no cell shows. */
  readonly notRouted: readonly NotRoutedAlerts[];
  /** Regions and accounts that are not covered, on purpose, which no cell shows. */
  readonly leftOut: readonly LeftOutPlaces[];
  /** What is taken for granted, since it is not in what was read: half a sentence each, after "that". */
  readonly assumptions: readonly string[];
  /** Kinds that are on by default, and off here: switched off, or handled by no rule of the hub. */
  readonly switchedOff: readonly string[];
  /** What was changed outside of Terraform, where a plan says so. */
  readonly drift: readonly Drift[];
  /** File of each stack, from the folder of the generated Terraform, with slashes. */
  readonly stackFiles: ReadonlyMap<string, string>;
  /** What is wrong beside the cells: a queue that cannot be written to, a stale stack. */
  readonly findings: readonly Finding[];
  /** Findings that do not count, since somebody accepted them until a day. */
  readonly accepted: readonly AcceptedFinding[];
  /** Entries of accepted findings that fit none. */
  readonly unusedAcceptances: readonly Acceptance[];
  /** The topics that the alert of one cell reaches, as its trace says; known without following it again. */
  readonly notifiedOf: (cell: CoverageCell) => readonly NotifiedTopic[];
  /** The trace of one cell, made when asked for. */
  readonly traceOf: (cell: CoverageCell) => TraceResult;
}
