import { loadConfiguration, resolve } from "../../src/plan";
import { assumedRole, callerIdentity, standInOfSuite, type StandInAnswer } from "../live/stand-in";
import { capturedRun } from "./captured-run";

export const { hub } = resolve(loadConfiguration("signin-alerts.yaml"));
export const wanted = ["--from", "2026-11-20T08:00Z", "--to", "2026-11-20T09:00Z"];
export const name = "REPLAY-20261120T080000Z-20261120T090000Z";

export const described = (state: string, more: object = {}): StandInAnswer => ({
  body: JSON.stringify({
    ReplayName: name,
    State: state,
    EventSourceArn: hub.busArn.replace("event-bus/", "archive/"),
    EventStartTime: Date.UTC(2026, 10, 20, 8) / 1000,
    EventEndTime: Date.UTC(2026, 10, 20, 9) / 1000,
    Destination: { Arn: hub.busArn },
    ...more,
  }),
});

/** A stand-in for a suite, and the command beside it. */
export function replaySuite() {
  const server = standInOfSuite();
  /** Runs the command while the stand-in answers; lists answer one question after the other, the last one stays. */
  async function run(
    answers: Readonly<Record<string, readonly StandInAnswer[]>>,
    argv: readonly string[] = ["--yes"],
    settings: Parameters<typeof capturedRun>[1] = {},
  ) {
    const sent: string[] = [];
    const asked = new Map<string, number>();
    server().asked.length = 0;
    server().respond = (operation, body) => {
      const known: Readonly<Record<string, readonly StandInAnswer[]>> = {
        GetCallerIdentity: [callerIdentity("111111111111")],
        AssumeRole: [assumedRole()],
        StartReplay: [{ body: '{"State":"STARTING"}' }],
        DescribeReplay: [described("COMPLETED")],
        ...answers,
      };
      if (operation === "StartReplay") sent.push(body);
      const at = asked.get(operation) ?? 0;
      asked.set(operation, at + 1);
      return known[operation]?.[at] ?? known[operation]?.at(-1) ?? {};
    };
    const ending = await capturedRun(
      ["replay", "--config", "signin-alerts.yaml", ...wanted, "--run", ...argv],
      settings,
    );
    return { ...ending, sent };
  }
  return { server, run };
}
