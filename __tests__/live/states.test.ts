import { openAws, type Here } from "../../src/live";
import { readArchives } from "../../src/live/inventory/buses";
import { alarmFindings } from "../../src/live/inventory/live-findings";
import { readFunction } from "../../src/live/inventory/functions";
import { readQueue } from "../../src/live/inventory/queues";
import { callerIdentity, standInOfSuite } from "./stand-in";

const place = { account: "222222222222", region: "us-east-1" };
const server = standInOfSuite();
const arn = (service: string, resource: string) =>
  `arn:aws:${service}:us-east-1:222222222222:${resource}`;

/** What is read where AWS answers the same to whatever it is asked. */
async function read(
  said: object,
  reads: (
    here: Here,
  ) => Promise<{ readonly findings: readonly { rule: string; detail: string }[] }>,
) {
  server().respond = (operation) =>
    operation === "GetCallerIdentity"
      ? callerIdentity(place.account)
      : { body: JSON.stringify(said) };
  const aws = await openAws({ region: "us-east-1", partition: "aws", roleArn: () => undefined });
  const { findings } = await aws.at(place, reads);
  return [
    ...findings.map(({ rule, detail }) => `${rule} ${detail}`),
    ...aws.notKnown.map(({ permission }) => `not known: ${permission}`),
  ];
}

const queueArn = arn("sqs", "dead-letters");
const messages = (counts: Readonly<Record<string, string>>) =>
  read({ Attributes: { QueueArn: queueArn, ...counts } }, (here) => readQueue(here, queueArn));

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ["an empty queue", { ApproximateNumberOfMessages: "0" }, []],
  [
    "messages that wait",
    { ApproximateNumberOfMessages: "3" },
    ["dead-letter-messages-waiting about 3"],
  ],
  [
    "messages that somebody has received and not deleted",
    { ApproximateNumberOfMessages: "0", ApproximateNumberOfMessagesNotVisible: "2" },
    ["dead-letter-messages-waiting about 2"],
  ],
  [
    "messages of every state",
    {
      ApproximateNumberOfMessages: "1",
      ApproximateNumberOfMessagesNotVisible: "2",
      ApproximateNumberOfMessagesDelayed: "4",
    },
    ["dead-letter-messages-waiting about 7"],
  ],
  ["no number", {}, ["not known: sqs:GetQueueAttributes"]],
  [
    "a number that is none",
    { ApproximateNumberOfMessages: "many" },
    ["not known: sqs:GetQueueAttributes"],
  ],
])("a queue with %s is judged by what SQS counts", async (_, counts, found) => {
  expect(await messages(counts)).toEqual(found);
});

const busArn = arn("events", "event-bus/signin-alerts");
const archive = (State?: string) =>
  read(
    { Archives: [{ ArchiveName: "x" }], ArchiveArn: arn("events", "archive/x"), State },
    (here) => readArchives(here, busArn),
  );

test.each(["ENABLED", "UPDATING"])("an archive that is %s keeps events", async (state) => {
  expect(await archive(state)).toEqual([]);
});

test.each(["DISABLED", "CREATING", "CREATE_FAILED", "UPDATE_FAILED", "PAUSED"])(
  "an archive that is %s is found",
  async (state) => {
    expect(await archive(state)).toEqual([`archive-not-enabled ${state}`]);
  },
);

test("an archive without a state is not known", async () => {
  expect(await archive()).toEqual(["not known: events:DescribeArchive"]);
});

const functionArn = arn("lambda", "function:signin-alerts-format");
const lambda = (facts: object) => ({
  CodeSha256: "x",
  FunctionArn: functionArn,
  Policy: '{"Statement":[]}',
  ...facts,
});

test.each<[string, object, readonly string[]]>([
  ["that is active", { State: "Active", LastUpdateStatus: "Successful" }, []],
  ["that is being updated", { State: "Active", LastUpdateStatus: "InProgress" }, []],
  [
    "that failed",
    { State: "Failed", StateReasonCode: "DisabledKMSKey" },
    ["function-not-active Failed: DisabledKMSKey"],
  ],
  ["that is idle", { State: "Inactive" }, ["function-not-active Inactive"]],
  ["without a state", {}, ["function-not-active it has no state"]],
  [
    "whose update failed",
    { State: "Active", LastUpdateStatus: "Failed", LastUpdateStatusReasonCode: "ImageDeleted" },
    ["function-not-active its last update failed: ImageDeleted"],
  ],
])("a function %s is judged by its state", async (_, facts, found) => {
  expect(await read(lambda(facts), (here) => readFunction(here, functionArn))).toEqual(found);
});

test.each(["TenancyConfig", "DurableConfig", "CapacityProviderConfig"])(
  "what a function has by %s is among its settings",
  async (name) => {
    const settings: unknown[] = [];
    await read(lambda({ State: "Active", [name]: {} }), async (here) => {
      const found = await readFunction(here, functionArn);
      settings.push(...Object.entries(found.resources[0]?.values ?? {}));
      return found;
    });
    const argument = name.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, "_").toLowerCase();
    expect(settings).toContainEqual([argument, [{ set: true }]]);
  },
);

test.each([
  ["OK", undefined, []],
  ["OK", "EVALUATION_FAILURE", ["alarm-without-data EVALUATION_FAILURE"]],
  ["OK", "PARTIAL_DATA", ["alarm-without-data PARTIAL_DATA"]],
  ["ALARM", "EVALUATION_ERROR", ["alarm-raised ALARM"]],
  ["INSUFFICIENT_DATA", "EVALUATION_ERROR", ["alarm-without-data INSUFFICIENT_DATA"]],
  [undefined, undefined, ["alarm-without-data INSUFFICIENT_DATA"]],
])("an alarm in the state %s, evaluated with %s, is found as %j", (state, evaluation, found) => {
  const alarm = { ...place, type: "aws_cloudwatch_metric_alarm", name: "signin-alerts-lost" };
  expect(
    alarmFindings(alarm, state, evaluation).map(({ rule, detail }) => `${rule} ${detail}`),
  ).toEqual(found);
});
