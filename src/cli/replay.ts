import { createHash } from "node:crypto";
import { eventArchiveArn, eventRuleArn } from "../aws/arn";
import { nearest } from "../config/problem";
import { UnusableInputError } from "../json/read-json";
import type { Plan, RoutePlan } from "../plan";
import { kindNamed } from "./kind-input";
import { shellLine, type Call } from "./shell-line";
import { timeIn, type Time } from "./time-input";

/** What a person asks to be replayed. */
export interface ReplayOptions {
  readonly from: string;
  readonly to: string;
  readonly kind?: readonly string[];
  readonly route?: readonly string[];
  readonly name?: string;
}

/** Events that EventBridge is to send to the hub's event bus again. */
export interface Replay {
  /** Begins with `REPLAY-`, which is what a mail shows. */
  readonly name: string;
  /** Account whose credentials the calls need. */
  readonly account: string;
  readonly region: string;
  readonly archiveArn: string;
  readonly busArn: string;
  /** Days that the archive keeps an event. */
  readonly archiveDays: number;
  /** Times of the events, in UTC; the last is not among them. */
  readonly from: string;
  readonly to: string;
  /** Names; none: all. */
  readonly kinds: readonly string[];
  readonly routes: readonly string[];
  /** Rules that get the events; none: every rule of the event bus. */
  readonly ruleArns: readonly string[];
  readonly calls: { readonly start: Call; readonly describe: Call; readonly cancel: Call };
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_StartReplay.html */
const longestName = 64;
const prefix = "REPLAY-";

function sorted(names: readonly string[] = []): readonly string[] {
  return [...new Set(names)].sort();
}

/** As the configuration names it: both parts of a route that has two topics. */
function nameOfRoute({ name }: RoutePlan): string {
  return name ?? "default";
}

function nameProblems(name: string | undefined): readonly string[] {
  if (name === undefined || /^[\w.-]{1,57}$/u.test(name.replace(/^REPLAY-/u, ""))) return [];
  const most = longestName - prefix.length;
  return [
    `--name must be 1 to ${most} letters, digits, dots, hyphens and underscores, not ${name}`,
  ];
}

/** Why no event of a kind can be replayed. */
function kindProblems(name: string, { kinds, watches, notRouted }: Plan): readonly string[] {
  if (kinds.some((kind) => kind.name === name)) return [];
  try {
    kindNamed(name, watches);
  } catch (error) {
    if (error instanceof UnusableInputError) return [error.message];
    throw error;
  }
  const isOn = notRouted.some((each) => each.extent === "kind" && each.kinds.includes(name));
  const why = isOn ? "is in no route" : "is off";
  return [
    `the kind ${name} ${why}, so its events are not kept; \`signin-alerts check\` lists those in use`,
  ];
}

function routeProblems(name: string, { hub: { routes } }: Plan): readonly string[] {
  const names = sorted(routes.map(nameOfRoute));
  if (names.includes(name)) return [];
  const meant = nearest(name, names);
  return [
    `the route ${name} does not exist; ${meant === undefined ? `there are ${names.join(", ")}` : `did you mean ${meant}?`}`,
  ];
}

/** The name that follows from what is replayed: the same for the same. */
function nameOf(from: Time, to: Time, chosen: readonly (readonly string[])[]): string {
  const compact = ({ utc }: Time): string => utc.replace(/[:-]/gu, "");
  const isAll = chosen.every(({ length }) => length === 0);
  const hash = createHash("sha256").update(JSON.stringify(chosen)).digest("hex").slice(0, 8);
  return `${prefix}${[compact(from), compact(to), ...(isAll ? [] : [hash])].join("-")}`;
}

/**
 * The calls that replay what the options name, of a plan.
 * @throws UnusableInputError with all that is wrong with the options
 */
export function replayOf(plan: Plan, options: ReplayOptions): Replay {
  const { hub } = plan;
  const { archive, place, busArn, busName } = hub;
  const [from, to] = [timeIn("--from", options.from), timeIn("--to", options.to)];
  const [kinds, routes] = [sorted(options.kind), sorted(options.route)];
  const rules = hub.rules.filter(
    ({ kind, route }) =>
      (kinds.length === 0 || kinds.includes(kind.name)) &&
      (routes.length === 0 || routes.includes(nameOfRoute(route))),
  );
  const problems = [
    ...[from, to].flatMap((time) => ("problem" in time ? time.problem : [])),
    ...nameProblems(options.name),
    ...kinds.flatMap((name) => kindProblems(name, plan)),
    ...routes.flatMap((name) => routeProblems(name, plan)),
    ...(archive ? [] : ["nothing is kept: hub.archiveDays is 0, so there is no archive"]),
  ];
  if (problems.length > 0 || "problem" in from || "problem" in to || !archive) {
    throw new UnusableInputError(problems.join("; "));
  }
  if (from.utc >= to.utc) {
    throw new UnusableInputError(`--from ${from.utc} must be before --to ${to.utc}`);
  }
  if (rules.length === 0) {
    throw new UnusableInputError(`${kinds.join(", ")}: not in the routes ${routes.join(", ")}`);
  }
  const { account, region } = place;
  const name =
    options.name === undefined
      ? nameOf(from, to, [kinds, routes])
      : `${prefix}${options.name.replace(/^REPLAY-/u, "")}`;
  const archiveArn = eventArchiveArn(place, archive.name);
  // All rules are asked for by none: AWS says no most for a list, and rules may change until it runs.
  const isAll = rules.length === hub.rules.length;
  const ruleArns = isAll ? [] : rules.map((rule) => eventRuleArn(place, rule.name, busName));
  const destination = { Arn: busArn, ...(!isAll && { FilterArns: ruleArns }) };
  const call = (action: string): Call =>
    ["aws", "events", action, "--region", region, "--replay-name", name] as const;
  return {
    name,
    account,
    region,
    archiveArn,
    busArn,
    archiveDays: archive.days,
    from: from.utc,
    to: to.utc,
    kinds,
    routes,
    ruleArns,
    calls: {
      start: [
        ...call("start-replay"),
        ...["--event-source-arn", archiveArn],
        ...["--event-start-time", from.utc, "--event-end-time", to.utc],
        ...["--destination", JSON.stringify(destination)],
      ],
      describe: call("describe-replay"),
      cancel: call("cancel-replay"),
    },
  };
}

/** Who gets the events, in words. */
export function whereReplayed({ ruleArns: { length }, routes }: Replay): string {
  const rules =
    length === 0 ? "every rule of the event bus" : `${length} ${length === 1 ? "rule" : "rules"}`;
  return `${rules}${routes.length === 0 ? "" : ` of the routes ${routes.join(", ")}`}`;
}

/**
 * The calls as lines for a shell. Those that are not to be run at once are comments, and no comment has
 * a quote in it: not every shell leaves those out of what is pasted.
 */
export function replayText(replay: Replay): string {
  const { account, from, to, calls, archiveDays: days } = replay;
  return [
    `# With credentials of account ${account}. Sends the events from ${from} until ${to} to ${whereReplayed(replay)} again.`,
    `# The archive keeps an event for ${days} ${days === 1 ? "day" : "days"}: what is older is not sent.`,
    "# An event is in the archive within about ten minutes. AWS keeps a name for 90 days: to replay the same again, give another with --name.",
    shellLine(calls.start),
    "",
    "# Waits for the end, and says how it ended.",
    `while ${shellLine([...calls.describe, "--query", "State", "--output", "text"])} | grep -Eq '^(STARTING|RUNNING|CANCELLING)$'; do sleep 10; done`,
    shellLine(calls.describe),
    "",
    "# Stops it before that.",
    `# ${shellLine(calls.cancel)}`,
    "",
  ].join("\n");
}
