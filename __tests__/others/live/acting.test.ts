import {
  CreateArchiveCommand,
  CreateEventBusCommand,
  EventBridgeClient,
  ListReplaysCommand,
} from "@aws-sdk/client-eventbridge";
import {
  CreateTopicCommand,
  ListSubscriptionsCommand,
  PublishCommand,
  SNSClient,
} from "@aws-sdk/client-sns";
import { ListQueuesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { fromTemporaryCredentials } from "@aws-sdk/credential-providers";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { loadConfiguration, resolve } from "../../../src/plan";
import { MotoServer } from "../../../steps/judges/server";
import { capturedRun } from "../../cli/captured-run";
import { FederationServer } from "../../live/federation-server";
import { runFolder } from "../../run-folder";
import { describeJudged, timed } from "../describe-judged";

const { hub } = resolve(loadConfiguration("signin-alerts.yaml"));
const { account, region } = hub.place;
const times = ["--from", "2026-11-20T08:00Z", "--to", "2026-11-20T08:15Z"];

/** What acts on AWS, on a server that others wrote; the federation endpoint is not in it. */
describeJudged("replay and drill", ["server"], ({ server: { python } }) => {
  const before = { ...process.env };
  let moto: MotoServer;
  let federation: FederationServer;
  let sns: SNSClient;
  let sqs: SQSClient;
  let events: EventBridgeClient;

  const run = (...argv: readonly string[]) => {
    let now = Date.UTC(2026, 10, 27, 1, 50, 7);
    return capturedRun([...argv, "--config", "signin-alerts.yaml", "--yes", "--format", "json"], {
      env: { SIGNIN_ALERTS_FEDERATION_ENDPOINT: federation.endpoint },
      now: () => now,
      wait: (milliseconds) => {
        now += milliseconds;
      },
    });
  };
  const left = async () => {
    const { Subscriptions } = await sns.send(new ListSubscriptionsCommand({}));
    const { QueueUrls } = await sqs.send(new ListQueuesCommand({}));
    return [Subscriptions ?? [], QueueUrls ?? []];
  };

  beforeAll(async () => {
    federation = await FederationServer.start();
    moto = await MotoServer.start({
      python,
      accounts: ["111111111111", account],
      log: join(runFolder(), "moto-acting.log"),
    });
    Object.assign(process.env, moto.environment);
    const settings = {
      region,
      credentials: fromTemporaryCredentials({
        params: { RoleArn: `arn:aws:iam::${account}:role/Operator`, RoleSessionName: "test" },
        clientConfig: { region },
      }),
    };
    [sns, sqs, events] = [
      new SNSClient(settings),
      new SQSClient(settings),
      new EventBridgeClient(settings),
    ];
    for (const { topic } of hub.routes) {
      await sns.send(new CreateTopicCommand({ Name: topic.arn.split(":").at(-1) }));
    }
  }, 120_000);
  afterAll(async () => {
    await federation.stop();
    await moto.stop();
    process.env = before;
  });

  test("a replay without an archive is refused in one line", async () => {
    const { code, out, err } = await run("replay", "--run", ...times);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^signin-alerts: the replay .* does not exist.*\n$/u);
  });

  test("a replay is started with what was asked for, and followed to its end", async () => {
    await events.send(new CreateEventBusCommand({ Name: hub.busName }));
    await events.send(
      new CreateArchiveCommand({ ArchiveName: hub.archive?.name, EventSourceArn: hub.busArn }),
    );
    const { code, out, err } = await timed("server", "a replay", () =>
      run("replay", "--run", ...times),
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const { name } = JSON.parse(out) as { readonly name: string };
    const { Replays = [] } = await events.send(new ListReplaysCommand({}));
    expect(Replays).toMatchObject([
      {
        ReplayName: name,
        EventStartTime: new Date("2026-11-20T08:00:00Z"),
        EventEndTime: new Date("2026-11-20T08:15:00Z"),
        State: "COMPLETED",
      },
    ]);
    const again = await run("replay", "--run", ...times);
    expect([again.code, again.err]).toEqual([
      2,
      expect.stringContaining("exists already, COMPLETED: give the new one another name"),
    ]);
  });

  test("an alert that a topic of the server sends is heard, and nothing is left", async () => {
    const session = "signin-alerts-drill-20261127015007-555555555555-eu-west-1";
    let published: Promise<unknown> | undefined;
    federation.onSignIn = () => {
      published = sns.send(
        new PublishCommand({
          TopicArn: hub.routes[0]?.topic.arn,
          Message: `"Sign-in of ${session}\\nRegion: eu-west-1\\nTime (UTC): 2026-11-27T01:50:06Z"`,
        }),
      );
    };
    const { code, out, err } = await timed("server", "a drill", () =>
      run("drill", "--account", "555555555555", "--region", "eu-west-1"),
    );
    await published;
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const { alerts, leftovers } = JSON.parse(out) as {
      readonly alerts: readonly { readonly hops: Readonly<Record<string, string>> }[];
      readonly leftovers: readonly unknown[];
    };
    expect(alerts).toMatchObject([{ outcome: "arrived", recordedIn: "eu-west-1" }]);
    expect(Object.keys(alerts[0]?.hops ?? {})).toEqual(["event", "published", "queued"]);
    expect([leftovers, ...(await left())]).toEqual([[], [], []]);
  });

  test("a process that is interrupted while it listens leaves nothing", async () => {
    const signedIn = new Promise<void>((resolve) => {
      federation.onSignIn = () => {
        resolve();
      };
    });
    const child = spawn(
      process.execPath,
      [
        ...["--import", "tsx", "src/cli/main.ts", "drill", "--yes", "--format", "json"],
        ...["--account", "555555555555", "--region", "eu-west-1"],
      ],
      { env: { ...process.env, SIGNIN_ALERTS_FEDERATION_ENDPOINT: federation.endpoint } },
    );
    let out = "";
    child.stdout.on("data", (part: Buffer) => {
      out += part.toString();
    });
    const ended = once(child, "close");
    await signedIn;
    expect(await left()).toMatchObject([[{ Protocol: "sqs" }], [expect.any(String)]]);
    child.kill("SIGINT");
    expect(await ended).toEqual([2, null]);
    expect(JSON.parse(out)).toMatchObject({
      alerts: [{ outcome: "not known", reason: expect.stringContaining("interrupted") as string }],
      leftovers: [],
    });
    expect(await left()).toEqual([[], []]);
  }, 60_000);

  test("topics that do not exist are named, and nothing is left", async () => {
    await moto.reset();
    const { code, out } = await run("drill", "--account", "555555555555", "--region", "eu-west-1");
    expect([code, out]).toEqual([
      2,
      expect.stringMatching(/was not subscribed to .*does not exist/),
    ]);
    expect(await left()).toEqual([[], []]);
  });
});
