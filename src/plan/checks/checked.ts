import { findRegion } from "../../aws";
import type { ConfigurationDraft } from "../../config/draft";
import type { Problem } from "../../config/problem";
import type { SignInAlertsProps } from "../../config/props";
import { resolve, type Plan } from "../resolve";

type Key = keyof SignInAlertsProps;

/** What a check looks at. */
export interface Checked {
  /** The configuration as it was written, with holes where a value could not be read. */
  readonly draft: ConfigurationDraft;
  /** What follows from what could be read; accounts and routes are as many as in the draft. */
  readonly plan: Plan;
  /** Whether keys could be read in full, so that what is planned of them can be counted. */
  readonly knows: (...keys: readonly Key[]) => boolean;
  /** The day to judge by what is limited in time. */
  readonly today: Date;
}

/** Looks at how the keys of a configuration fit together. */
export type Check = (checked: Checked) => readonly Problem[];

const required: readonly Key[] = ["organization", "hub", "accounts"];

function isWhole(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isWhole);
  if (typeof value !== "object" || value === null) return value !== undefined;
  return Object.values(value).every(isWhole);
}

function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(pruned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      each === undefined ? [] : [[key, pruned(each)]],
    ),
  );
}

/** Something where nothing could be read, in the place of each item. */
function filled<T>(items: readonly unknown[] | undefined, empty: T): readonly T[] | undefined {
  return items?.map((item) => Object.assign({}, empty, pruned(item)));
}

const noAccount = "0".repeat(12);

/** A region of the same partition, where that of the hub could not be read. */
function anyRegion({ regions, accounts }: ConfigurationDraft): string {
  const named = [...(regions ?? []), ...(accounts ?? []).flatMap((each) => each?.regions ?? [])];
  return named.find((name) => name !== undefined && findRegion(name)) ?? "us-east-1";
}

/** A configuration of which a plan can be made: holes are left out, or filled where all need a value. */
function withoutHoles(draft: ConfigurationDraft): SignInAlertsProps {
  const {
    accounts,
    routes,
    ignore,
    acceptUnrouted,
    watch,
    logAlarms,
    rollout,
    userNotifications,
    drill,
  } = draft;
  const rest = pruned(draft) as Partial<SignInAlertsProps>;
  const users = filled(logAlarms?.users, { name: "", userNames: [] });
  return {
    ...rest,
    organization: { id: "", managementAccount: noAccount, ...rest.organization },
    hub: { account: noAccount, region: anyRegion(draft), ...rest.hub },
    accounts: filled(accounts, { id: noAccount, name: "" }) ?? [],
    ...(routes && { routes: filled(routes, { name: "" }) ?? [] }),
    ...(ignore && { ignore: filled(ignore, { until: "", reason: "" }) ?? [] }),
    ...(watch && { watch: filled(watch, { name: "", principals: [] }) ?? [] }),
    ...(acceptUnrouted && { acceptUnrouted: filled(acceptUnrouted, { reason: "" }) ?? [] }),
    ...(rest.logAlarms && { logAlarms: { ...rest.logAlarms, ...(users && { users }) } }),
    ...(rollout?.type === "stack-set" && {
      rollout: Object.assign({ organizationalUnits: [] }, rest.rollout),
    }),
    ...(drill && { drill: Object.assign({ trustedPrincipals: [] }, rest.drill) }),
    ...(userNotifications && {
      userNotifications: Object.assign({ emails: [] }, rest.userNotifications),
    }),
  };
}

/** What checks look at, of a configuration whose values are right, each for itself. */
export function checkedOf(draft: ConfigurationDraft, today: Date): Checked {
  return {
    draft,
    today,
    plan: resolve(withoutHoles(draft)),
    knows: (...keys) =>
      keys.every((key) =>
        draft[key] === undefined ? !required.includes(key) : isWhole(draft[key]),
      ),
  };
}
