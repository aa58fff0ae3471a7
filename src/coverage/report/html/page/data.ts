/** Severities of the catalog, worst first. */
export const worstFirst = ["critical", "high", "medium", "low", "info"] as const;

type Severity = (typeof worstFirst)[number];

/** What stands for a severity, beside its colour. */
export const signs: Readonly<Record<Severity, string>> = {
  critical: "✖",
  high: "▲",
  medium: "◆",
  low: "●",
  info: "○",
};

/** Indices of name, stack, address and reason in the strings; -1 where there is none. */
export type StepData = readonly [name: number, stack: number, address: number, reason: number];

/** What a place can be like. */
export interface OutlookData {
  /** Per kind: 1 covered, 0 a gap, -1 cannot occur. */
  readonly states: readonly number[];
  /** Per kind: its trace, or -1. */
  readonly traces: readonly number[];
}

/** One trace: everything in it is an index, texts are without their place. */
export interface TraceData {
  /** The steps that all deliveries begin with, where there are several. */
  readonly common: readonly number[];
  readonly messages: readonly {
    readonly text: number;
    readonly deliveries: readonly {
      readonly topic: number;
      readonly recipients: readonly number[];
      /** The steps after the common ones. */
      readonly hops: readonly number[];
    }[];
  }[];
  /** Each with the steps before it that nothing before has shown. */
  readonly blocked: readonly { readonly hops: readonly number[]; readonly blocker: number }[];
  readonly findings: readonly number[];
}

/**
 * What the page knows: written by the check, read by the script. Each text, step and trace is in it
 * once, however large the organization.
 */
export interface PageData {
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
  readonly regions: readonly string[];
  readonly kinds: readonly {
    readonly name: string;
    readonly title: string;
    readonly severity: Severity;
  }[];
  readonly strings: readonly string[];
  readonly steps: readonly StepData[];
  readonly traces: readonly TraceData[];
  readonly outlooks: readonly OutlookData[];
  /** Per account and region, which outlook; -1 where the account is not covered there at all. */
  readonly places: readonly (readonly number[])[];
}
