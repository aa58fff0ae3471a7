import type { ReplayEnd } from "../live";
import type { Plan } from "../plan";
import { requireConsent } from "./consent";
import type { Io } from "./io";
import { accessOf, type AccessOptions } from "./live-access";
import { loadLive } from "./load-live";
import type { Progress } from "./progress";
import { whereReplayed, type Replay } from "./replay";
import { shellLine } from "./shell-line";

/** How a replay is run. */
export interface RunOptions extends AccessOptions {
  readonly yes?: true;
}

/**
 * Starts a replay and follows it to its end, or until a person interrupts.
 * @throws UnusableInputError where nobody agrees, or it cannot be started
 */
export async function runReplayOf(
  plan: Plan,
  replay: Replay,
  { yes, ...options }: RunOptions,
  { io, progress }: { readonly io: Io; readonly progress: Progress },
): Promise<ReplayEnd> {
  const { account, from, to } = replay;
  const access = accessOf(plan, options);
  await requireConsent(
    `Sends the events from ${from} until ${to} to ${whereReplayed(replay)} in the account ${account} again: recipients are notified again.`,
    yes ?? false,
    io,
  );
  progress.stage("Loading the SDK of AWS");
  const { openAws, runReplay } = await loadLive();
  const aws = await openAws(access);
  const interruption = io.interruption();
  try {
    return await runReplay(aws, replay, {
      clock: { now: io.now, wait: io.wait },
      signal: interruption.signal,
      onProgress: ({ state, lastEvent }) => {
        progress.stage(
          `${replay.name}: ${state}${lastEvent === undefined ? "" : `, ${lastEvent}`}`,
        );
      },
    });
  } finally {
    interruption.end();
  }
}

/** What became of a replay, and what to do where it is not the end that was wanted. */
export function replayEndText({ name, calls }: Replay, ended: ReplayEnd): string {
  const how = `${shellLine(calls.describe)}\n`;
  if (ended.end === "not known") {
    return `${name} was started. How it stands is not known: ${ended.reason}\n\nIt goes on by itself. To ask how it stands:\n${how}`;
  }
  const { state, reason, lastEvent } = ended;
  const facts = [
    `${name}: ${state}${reason === undefined ? "" : ` (${reason})`}`,
    lastEvent === undefined
      ? "AWS names no event that was sent."
      : `The last event that was sent is of ${lastEvent}.`,
  ].join("\n");
  if (ended.end === "ended") return `${facts}\n`;
  return `${facts}\n\nIt goes on by itself. To cancel it:\n${shellLine(calls.cancel)}\n\nTo ask how it stands:\n${how}`;
}
