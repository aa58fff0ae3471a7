import type { RulePlan } from "../plan";

/** What a configuration makes of one event. */
export type Fate =
  /** Not about sign-ins: no kind takes it. */
  | { readonly type: "other" }
  /** Each rule sends one message. */
  | { readonly type: "alerted"; readonly rules: readonly RulePlan[] }
  /** Left out by entries of `ignore`, by their places in it, from 0. */
  | { readonly type: "ignored"; readonly entries: readonly number[] }
  | Silent;

/** About a sign-in, and no recipient is notified. */
export interface Silent {
  readonly type: "silent";
  /** Name of the kind; absent: no kind takes it. */
  readonly kind?: string;
  readonly reason: string;
  /** Whether the configuration wants it so: a kind that is off, an alert that is accepted as not routed. */
  readonly onPurpose: boolean;
}
