import { compilePattern, type CompiledPattern } from "../aws/eventbridge";
import {
  contains,
  forwarderPattern,
  ignoredEvents,
  isOfAnyService,
  isOfKind,
  kindsWith,
  ruleStateFor,
  valuesOf,
  type AlertKind,
  type EventEnvelope,
  type EventSet,
} from "../catalog";
import { isReadOnly } from "../coverage/trace/recorded";
import { silenceOf } from "../coverage/trace-wanted";
import { expectationsOf, type Plan, type RulePlan } from "../plan";
import type { Fate, Silent } from "./fate";

const signIn = "aws.signin";

function seesReadOnly(kinds: readonly AlertKind[]): boolean {
  return ruleStateFor(kinds) !== "ENABLED";
}

interface Rule {
  readonly rule: RulePlan;
  readonly pattern: CompiledPattern;
}

/**
 * Says of events what the rules of a plan make of them: the patterns are those that are deployed, of the
 * forwarding rule in the event's place and of the hub's rules.
 */
export class Judge {
  readonly #rules: readonly Rule[];
  readonly #forwarder: CompiledPattern;
  readonly #expected: ReturnType<typeof expectationsOf>;
  readonly #regions: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #unlisted: ReadonlySet<string> | undefined;
  /** Kinds that may take an event, by its source; those of any service for all others. */
  readonly #kinds: ReadonlyMap<string, readonly AlertKind[]>;
  readonly #anyService: readonly AlertKind[];
  readonly #ignored = new Map<string, readonly EventSet[]>();

  constructor(private readonly plan: Plan) {
    const all = kindsWith(plan.watches);
    this.#anyService = all.filter(isOfAnyService);
    this.#kinds = new Map(
      valuesOf(all, "source").map((source) => [
        source,
        all.filter((kind) => isOfAnyService(kind) || valuesOf([kind], "source").includes(source)),
      ]),
    );
    this.#rules = plan.hub.rules.flatMap((rule) =>
      rule.pattern ? [{ rule, pattern: compilePattern(rule.pattern) }] : [],
    );
    this.#forwarder = compilePattern(forwarderPattern(plan.kinds));
    this.#expected = expectationsOf(plan);
    this.#regions = new Map(plan.accounts.map(({ id, regions }) => [id, new Set(regions)]));
    this.#unlisted = plan.stackSet && new Set(plan.stackSet.regions);
  }

  /** What becomes of an event. */
  fateOf(event: EventEnvelope): Fate {
    const json = { ...event };
    const kinds = this.#kinds.get(event.source) ?? this.#anyService;
    const kind = kinds.find((each) => isOfKind(each, json));
    if (kind === undefined && event.source !== signIn) return { type: "other" };
    const missed = this.#missedBeforeHub(event);
    const left = missed === undefined ? undefined : this.#leftOut(event);
    const rules = missed === undefined ? this.#matching(event) : [];
    if (rules.length > 0) return { type: "alerted", rules };
    const entries = kind === undefined ? [] : this.#entriesFor(kind, event);
    if (entries.length > 0) return { type: "ignored", entries };
    const silence = silenceOf(event, this.#expected);
    return {
      type: "silent",
      ...(kind && { kind: kind.name }),
      ...(silence ?? left ?? { reason: missed ?? this.#mismatch(event), onPurpose: false }),
    } satisfies Silent;
  }

  /** Why an account or region is left out on purpose; undefined where it is not, or only its unit is. */
  #leftOut({ account, region }: EventEnvelope): Pick<Silent, "reason" | "onPurpose"> | undefined {
    const name = this.plan.accounts.find(({ id }) => id === account)?.name ?? account;
    const entry = this.plan.leftOut.find(
      ({ accounts, regions }) =>
        accounts.includes(name) && (regions === undefined || regions.includes(region)),
    );
    if (entry === undefined) return undefined;
    const why = entry.reason ?? "acceptMissingRegions";
    const where = entry.regions === undefined ? "" : ` in ${region}`;
    return { reason: `account ${account} is left out${where} (${why})`, onPurpose: true };
  }

  /** Why an event does not get to the hub. */
  #missedBeforeHub(event: EventEnvelope): string | undefined {
    const { account, region } = event;
    const isManagement = account === this.plan.organization.managementAccount;
    const regions = this.#regions.get(account) ?? (isManagement ? undefined : this.#unlisted);
    if (regions === undefined) return `account ${account} is not in the configuration`;
    if (!regions.has(region)) return `account ${account} is not covered in ${region}`;
    if (!this.#forwarder.matches({ ...event })) return "the forwarding rule does not match it";
    if (isReadOnly(event) && !seesReadOnly(this.plan.kinds)) {
      return "it is a read-only event, and the forwarding rule does not ask for these";
    }
    return undefined;
  }

  #matching(event: EventEnvelope): readonly RulePlan[] {
    const json = { ...event };
    return this.#rules
      .filter(({ pattern }) => pattern.matches(json))
      .map(({ rule }) => rule)
      .filter(({ kind }) => !isReadOnly(event) || seesReadOnly([kind]));
  }

  #mismatch(event: EventEnvelope): string {
    return isReadOnly(event)
      ? "it is a read-only event, and no rule of the hub that asks for these matches it"
      : "no rule of the hub matches it";
  }

  #entriesFor(kind: AlertKind, event: EventEnvelope): readonly number[] {
    const { ignored } = this.plan.hub;
    const sets =
      this.#ignored.get(kind.name) ?? ignored.map((entry) => ignoredEvents(kind, [entry]));
    this.#ignored.set(kind.name, sets);
    return sets.flatMap((set, i) => (contains(set, { ...event }) ? [i] : []));
  }
}
