import { UnusableInputError } from "../../json/read-json";
import type { Answer } from "../answer";
import type { Aws } from "../aws";
import type { Clock } from "../clock";
import { describeReplay, startReplay } from "./calls";
import { hasEnded, type ReplayEnd, type ReplayStanding, type WantedReplay } from "./replay";

/** What a replay is followed with. */
export interface Following {
  readonly clock: Clock;
  /** Aborted where nobody waits any longer: the replay itself goes on. */
  readonly signal: AbortSignal;
  readonly onProgress?: (standing: ReplayStanding) => void;
}

/** Milliseconds between two questions. */
const pause = 10_000;

/** Questions without an answer, one after the other, after which the end is not known. */
const patience = 3;

function reasonOf(answer: Exclude<Answer<unknown>, { readonly state: "known" }>): string {
  return answer.state === "missing" ? "it does not exist" : answer.notKnown.reason;
}

/** Why a replay was not started, and what to do. */
function refusal(
  answer: Exclude<Answer<unknown>, { readonly state: "known" }>,
  { name, archiveArn, account, region }: WantedReplay,
  words: string | undefined,
): UnusableInputError {
  const said = words === undefined || words === "" ? "" : `, says AWS: ${words}`;
  const begin = `the replay ${name} was not started in the account ${account}, ${region}:`;
  const reason = reasonOf(answer);
  if (answer.state === "missing" || /archive \S+ does not exist/iu.test(words ?? "")) {
    return new UnusableInputError(
      `${begin} the archive ${archiveArn}, its event bus or a rule does not exist${said}; deploy the hub as the configuration has it, or name that of what is deployed with --config`,
    );
  }
  if (reason.includes("LimitExceeded")) {
    return new UnusableInputError(
      `${begin} AWS runs ten replays of an account and region at once; wait until one has ended`,
    );
  }
  if (reason.startsWith("the answer lacks")) {
    return new UnusableInputError(
      `whether the replay ${name} was started in the account ${account}, ${region} is not known: ${reason}; ask with aws events describe-replay --region ${region} --replay-name ${name}`,
    );
  }
  return new UnusableInputError(`${begin} ${reason}${reason.includes("Validation") ? said : ""}`);
}

/**
 * What there is under the name already, where that is the same and goes on.
 * @throws UnusableInputError where it is another, or has ended
 */
async function alreadyRunning(aws: Aws, wanted: WantedReplay): Promise<ReplayStanding> {
  const answer = await aws.at(wanted, (here) => describeReplay(here, wanted));
  const begin = `a replay ${wanted.name} exists already`;
  const advice = "give the new one another name with --name";
  if (answer.state !== "known") {
    throw new UnusableInputError(`${begin}, and how it stands is not known: ${reasonOf(answer)}`);
  }
  const { isSame, standing } = answer.value;
  if (!isSame) throw new UnusableInputError(`${begin} of other events: ${advice}`);
  if (hasEnded(standing)) throw new UnusableInputError(`${begin}, ${standing.state}: ${advice}`);
  return standing;
}

/** Starts a replay, or finds it running. @throws UnusableInputError where it cannot be started */
async function begun(aws: Aws, wanted: WantedReplay): Promise<ReplayStanding> {
  let words: string | undefined;
  const answer = await aws.at(wanted, (here) =>
    startReplay(here, wanted, (said) => {
      words = said;
    }),
  );
  if (answer.state === "known") return { state: answer.value };
  // The SDK may have asked twice where the first answer was lost.
  if (reasonOf(answer).includes("AlreadyExists")) return alreadyRunning(aws, wanted);
  throw refusal(answer, wanted, words);
}

/**
 * Starts a replay and waits for its end. One of the same name, events and rules that runs already is
 * waited for instead.
 * @throws UnusableInputError where it cannot be started, in one line with what to do
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_StartReplay.html
 */
export async function runReplay(
  aws: Aws,
  wanted: WantedReplay,
  { clock, signal, onProgress }: Following,
): Promise<ReplayEnd> {
  let standing = await begun(aws, wanted);
  let failures = 0;
  let reason = "";
  while (!hasEnded(standing)) {
    onProgress?.(standing);
    await clock.wait(pause, signal);
    if (signal.aborted) return { end: "interrupted", ...standing };
    // A place of its own for each question: one that is not answered closes it.
    const answer = await aws.at(wanted, (here) => describeReplay(here, wanted));
    if (answer.state === "known") {
      standing = answer.value.standing;
      failures = 0;
    } else {
      reason = reasonOf(answer);
      failures += 1;
      if (failures === patience) return { end: "not known", reason };
    }
  }
  return { end: "ended", ...standing };
}
