import { UnusableInputError } from "../../json/read-json";
import type { Plan } from "../../plan";
import { requireConsent } from "../consent";
import type { Io } from "../io";
import { accessOf, type AccessOptions } from "../live-access";
import { loadLive } from "../load-live";
import type { Progress } from "../progress";
import type { WantedPlaces } from "./drill-places";
import type { DrillResult } from "./drill-result";
import { hubCauses, hubDrill, type HubDrillOptions } from "./hub-causes";
import { endpointVariable, signInCauses, signInDrill } from "./sign-in-drill";

/** What a person asks to be drilled. */
export interface DrillOptions extends WantedPlaces, HubDrillOptions, AccessOptions {
  readonly hub?: true;
  readonly drillRole?: string;
  /** Seconds between two sign-ins. */
  readonly pace: number;
  /** Minutes for which alerts are waited for. */
  readonly wait: number;
  readonly yes?: true;
}

/** Time of the beginning to the second, as a part of names: a second drill is another one. */
function stampOf(now: number): string {
  return new Date(now).toISOString().replace(/\D/gu, "").slice(0, 14);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** @throws UnusableInputError for options of the other half */
function requireOneHalf(options: DrillOptions): void {
  const { hub, account, region, drillRole, from, to, kind, route } = options;
  const [strangers, advice] = hub
    ? [
        { account, region, "drill-role": drillRole },
        "cannot be combined with --hub, which does not sign in",
      ]
    : [{ from, to, kind, route }, "needs --hub"];
  const given = Object.entries(strangers).find(([, value]) => value !== undefined);
  if (given) throw new UnusableInputError(`--${given[0]} ${advice}`);
}

/** Both halves, as far as they differ. */
function halfOf(plan: Plan, options: DrillOptions, stamp: string, io: Io) {
  const name = `signin-alerts-drill-${stamp}`;
  if (options.hub) {
    const drill = hubDrill(plan, options, stamp);
    const { replay, topics } = drill;
    if (topics.heard.length === 0) {
      throw new UnusableInputError("no route has a topic of the hub's account and region");
    }
    return {
      cause: replay ? ("replay" as const) : ("message" as const),
      name: replay?.name ?? name,
      notes: topics.unheard.map((title) => `Not listened on: ${title}, whose topic is elsewhere.`),
      what: replay
        ? `Sends the events from ${replay.from} until ${replay.to} to the hub's rules again.`
        : `Sends a message to ${counted(topics.heard.length, "topic")}.`,
      causes: (live: Awaited<ReturnType<typeof loadLive>>, aws: OpenAws) =>
        Promise.resolve(hubCauses(aws, plan, drill, name, live, { now: io.now, wait: io.wait })),
    };
  }
  const drill = signInDrill(plan, options, name);
  const accounts = new Set(drill.signIns.map(({ account }) => account)).size;
  return {
    cause: "sign-in" as const,
    name,
    notes: drill.notes,
    what: `Signs in to the console ${counted(drill.signIns.length, "time")}, in ${counted(accounts, "account")}, as the role ${drill.rolePath}.`,
    causes: async (live: Awaited<ReturnType<typeof loadLive>>) => {
      const own = await live.openAws({ ...accessOf(plan, options), roleArn: () => undefined });
      return signInCauses(own, plan, drill, live, io.env[endpointVariable]);
    },
  };
}

type OpenAws = Awaited<ReturnType<Awaited<ReturnType<typeof loadLive>>["openAws"]>>;

/**
 * Causes alerts and listens for them at the topics of the routes.
 * @throws UnusableInputError where nobody agrees, or nothing can be drilled
 */
export async function drill(
  plan: Plan,
  options: DrillOptions,
  { io, progress }: { readonly io: Io; readonly progress: Progress },
): Promise<DrillResult> {
  requireOneHalf(options);
  const stamp = stampOf(io.now());
  const half = halfOf(plan, options, stamp, io);
  const access = accessOf(plan, options);
  const { account } = plan.hub.place;
  await requireConsent(
    `${half.what} Creates a queue in the account ${account} for that time. Recipients are notified.`,
    options.yes ?? false,
    io,
  );
  progress.stage("Loading the SDK of AWS");
  const live = await loadLive();
  const aws = await live.openAws(access);
  const causes = await half.causes(live, aws);
  const queue = new live.ListeningQueue(aws, plan.hub.place, `${plan.namePrefix}-drill-${stamp}`);
  const interruption = io.interruption();
  try {
    const { alerts, leftovers } = await live.runDrill(queue, causes, {
      clock: { now: io.now, wait: io.wait },
      signal: interruption.signal,
      pace: options.pace * 1000,
      patience: options.wait * 60_000,
      onProgress: (what, done, total) => {
        progress.stage(what, done, total);
      },
    });
    const { name, cause, notes } = half;
    return { name, cause, alerts, notes, leftovers };
  } finally {
    interruption.end();
  }
}
