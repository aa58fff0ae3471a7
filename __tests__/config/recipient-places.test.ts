import {
  checkConfiguration,
  type ConfigurationDraft,
  type SignInAlertsProps,
} from "../../src/stacks";
import { channelText, resolve } from "../../src/plan";

const hub = "222222222222";
const sound = {
  organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
  hub: { account: hub, region: "eu-central-1" },
  accounts: [
    { id: "111111111111", name: "management" },
    { id: hub, name: "security-tooling" },
  ],
} as const;
const mail = "security@example.com";
const queue = `arn:aws:sqs:eu-central-1:${hub}:archive`;

function problemsOf(change: ConfigurationDraft): readonly string[] {
  return checkConfiguration({ ...sound, ...change }).map(
    ({ path, problem }) => `${path.join(".")}: ${problem}`,
  );
}

test("a queue of the hub's account is notified, in any region", () => {
  expect(problemsOf({ recipients: [mail, queue] })).toEqual([]);
  expect(problemsOf({ recipients: [mail, queue.replace("eu-central-1", "us-east-1")] })).toEqual(
    [],
  );
});

test.each<[string, string, RegExp]>([
  ["a queue of another account", "arn:aws:sqs:eu-central-1:111111111111:q", /hub's account can/],
  ["a function elsewhere", "arn:aws:lambda:eu-central-1:999999999999:function:f", /stay pending/],
  ["a queue of another partition", `arn:aws-cn:sqs:cn-north-1:${hub}:q`, /hub's account can/],
  ["an unknown region", `arn:aws:sqs:eu-centrall-1:${hub}:q`, /no region eu-centrall-1/],
  ["a region of another partition", `arn:aws:sqs:cn-north-1:${hub}:q`, /no region cn-north-1 in/],
  ["no account", "arn:aws:sqs:eu-central-1:000000000000:q", /no account 000000000000/],
  [
    "a parameter of another account",
    "arn:aws:ssm:eu-central-1:111111111111:parameter/p",
    /region is read/,
  ],
  ["a parameter of another region", `arn:aws:ssm:us-east-1:${hub}:parameter/p`, /region is read/],
])("fails for %s", (_, arn, problem) => {
  const at = (path: string): readonly string[] => [
    expect.stringMatching(new RegExp(`^${path}: .*${problem.source}`)) as string,
  ];
  expect(problemsOf({ recipients: [mail, arn] })).toEqual(at("recipients.1"));
  expect(problemsOf({ routes: [{ name: "a", recipients: [mail, arn] }] })).toEqual(
    at("routes.0.recipients.1"),
  );
  const operations = { recipients: [mail, arn] };
  expect(problemsOf({ recipients: [mail], operations })).toEqual(at("operations.recipients.1"));
});

test("a parameter of the hub's account and region is read", () => {
  const parameter = `arn:aws:ssm:eu-central-1:${hub}:parameter/signin-alerts/pager`;
  expect(problemsOf({ recipients: [mail, parameter, "var.pager_url"] })).toEqual([]);
});

test("alarms of the trail's account notify no queue of another account", () => {
  const props: SignInAlertsProps = { ...sound, recipients: [mail, queue] };
  const recipients = (configuration: SignInAlertsProps) => {
    const topic = resolve(configuration).trail.logPath?.alarmTopic;
    return topic?.type === "created" ? topic.subscribed.map(channelText) : undefined;
  };
  expect(recipients(props)).toEqual([mail]);
  const trail = { type: "create", account: hub } as const;
  expect(recipients({ ...props, trail })).toEqual([mail, queue]);
});

test("fails where alarms of the trail's account would notify no recipient", () => {
  const unheard = [expect.stringMatching(/^logAlarms: no recipient would be notified/) as string];
  expect(problemsOf({ recipients: [queue] })).toEqual(unheard);
  expect(problemsOf({ recipients: [queue], operations: { recipients: [mail] } })).toEqual([]);
  expect(problemsOf({ recipients: [queue], trail: { type: "create", account: hub } })).toEqual([]);
  const none = { type: "create", logRetentionDays: 0 } as const;
  expect(problemsOf({ recipients: [queue], trail: none })).toEqual([]);
});
