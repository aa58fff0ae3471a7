import { jsonError, xmlError, type StandInAnswer } from "../live/stand-in";
import { capturedRun } from "./captured-run";
import { described, hub, replaySuite, wanted } from "./replay-run";

const { server, run } = replaySuite();

const { account, region } = hub.place;

describe("fails with one line for", () => {
  const inHub = `in the account ${account}, ${region}`;
  test.each<[string, Readonly<Record<string, readonly StandInAnswer[]>>, RegExp | string]>([
    [
      "a denied start",
      {
        StartReplay: [
          jsonError("AccessDeniedException", "not authorized to perform: events:StartReplay"),
        ],
      },
      `was not started ${inHub}: access denied: events:StartReplay is needed`,
    ],
    [
      "throttling",
      { StartReplay: [jsonError("ThrottlingException", "Rate exceeded")] },
      `was not started ${inHub}: throttled`,
    ],
    [
      "an archive that is missing",
      { StartReplay: [jsonError("ResourceNotFoundException", "no such archive")] },
      /the archive arn:\S+, its event bus or a rule does not exist, says AWS: no such archive; deploy/,
    ],
    [
      "an archive that is missing, as AWS may also say it",
      {
        StartReplay: [
          jsonError("ValidationException", "Reason: Archive signin-alerts does not exist."),
        ],
      },
      /its event bus or a rule does not exist, says AWS: Reason: Archive/,
    ],
    [
      "times that AWS does not accept",
      { StartReplay: [jsonError("ValidationException", "EventEndTime is not valid.")] },
      /not started .*ValidationException.* says AWS: EventEndTime is not valid\./,
    ],
    [
      "ten replays that run already",
      { StartReplay: [jsonError("LimitExceededException", "too many")] },
      /AWS runs ten replays of an account and region at once; wait/,
    ],
    [
      "an answer that lacks the state",
      { StartReplay: [{ body: "{}" }] },
      /whether the replay .* was started .* is not known: .*aws events describe-replay/,
    ],
    [
      "a role that cannot be assumed",
      { AssumeRole: [xmlError("AccessDenied", "not authorized to perform: sts:AssumeRole")] },
      `was not started ${inHub}: access denied: sts:AssumeRole is needed`,
    ],
    [
      "a name that has ended",
      {
        StartReplay: [jsonError("ResourceAlreadyExistsException", "exists")],
        DescribeReplay: [described("COMPLETED")],
      },
      /exists already, COMPLETED: give the new one another name with --name/,
    ],
    [
      "a name of other events",
      {
        StartReplay: [jsonError("ResourceAlreadyExistsException", "exists")],
        DescribeReplay: [described("RUNNING", { EventEndTime: 1 })],
      },
      /exists already of other events: .* --name/,
    ],
    [
      "a name of which nothing is said",
      {
        StartReplay: [jsonError("ResourceAlreadyExistsException", "exists")],
        DescribeReplay: [jsonError("AccessDeniedException")],
      },
      /exists already, and how it stands is not known: access denied: events:DescribeReplay/,
    ],
  ])("%s", async (_, answers, message) => {
    const { code, out, err } = await run(answers);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  test("credentials of another account than the hub's", async () => {
    const { code, err } = await run({}, ["--yes", "--role-name", "none"]);
    expect(code).toBe(2);
    expect(err).toContain("the credentials are of the account 111111111111, and no role is named");
    expect(server().asked).not.toContain("StartReplay");
  });

  test("a role name that AWS does not accept, before it asks", async () => {
    const { code, err } = await run({}, ["--role-name", "a b"]);
    expect([code, err]).toEqual([2, expect.stringMatching(/^\S+ --role-name must be .*\n$/)]);
    expect(server().asked).toEqual([]);
  });

  test.each([["--yes"], ["--role-name=x"], ["--external-id=x"], ["--session-name=x"]])(
    "%s without --run",
    async (option) => {
      const { code, err } = await capturedRun(["replay", ...wanted, option]);
      expect([code, err]).toEqual([2, expect.stringMatching(/needs --run/)]);
    },
  );
});
