import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack, TerraformVariable, Token } from "cdktf";
import {
  AccountForwarder,
  AlertHub,
  AlertTopic,
  ChatChannel,
  OrganizationTrail,
  type AlertHubProps,
  type ChatChannelProps,
  type ForwardedAccount,
  type OrganizationTrailProps,
  type ProviderPerRegion,
  type RegionArgument,
} from "../../modules";
import { catalog } from "../../src/catalog";

const stack = new TerraformStack(new App(), "stack");
const provider = new AwsProvider(stack, "aws", { region: "eu-central-1" });
const unknown = new TerraformVariable(stack, "unknown", { type: "string" }).stringValue;
const place = { account: "222222222222", region: "eu-central-1" };
const kinds = catalog.slice(0, 1);
let made = 0;
const nextId = (): string => `made-${(made += 1)}`;

const elsewhere = new AwsProvider(stack, "elsewhere", { alias: "elsewhere", region: "us-east-1" });

const topicArn = "arn:aws:sns:eu-central-1:222222222222:alerts";
const unwatchedHub = (change: Partial<AlertHubProps>): void => {
  const organizationId = "o-a1b2c3d4e5";
  const routes = [{ topicArn, kinds }];
  const sound = { provider, place, namePrefix: "alerts", organizationId, routes };
  new AlertHub(stack, nextId(), { ...sound, ...change });
};
const hub = (change: Partial<AlertHubProps>): void => {
  unwatchedHub({ alarmTopicArn: topicArn, ...change });
};

test.each<[string, Partial<AlertHubProps>, RegExp]>([
  ["an organization", { organizationId: "example" }, /^'organizationId' must be .* got: example$/],
  ["a route without kinds", { routes: [{ topicArn: "x", kinds: [] }] }, /'routes\[0\].kinds'/],
  [
    "root",
    { ignored: [{ kinds: ["root-sign-in"], sourceCidrs: ["192.0.2.0/24"] }] },
    /kind of root's/,
  ],
  [
    "every principal",
    { ignored: [{ kinds: ["role-switch"], principalArns: ["*"] }] },
    /match every principal/,
  ],
  [
    "a note with a quote",
    {
      routes: [{ topicArn: "x", kinds: kinds.map((kind) => ({ ...kind, note: 'the "root"' })) }],
    },
    /'routes\[0\].kinds' of root-sign-in: the note has a "/,
  ],
  [
    "a provider of another region",
    { provider: elsewhere },
    /'provider' must be a provider of eu-central-1, got one of us-east-1/,
  ],
  ["a prefix with blanks", { namePrefix: "my alerts" }, /'namePrefix' must be .* got: my alerts/],
  [
    "a place of nowhere",
    { place: { account: "x", region: "eu-centrall-1" } },
    /'place.account' must be .* got: x; 'place.region' must name .* got: eu-centrall-1/,
  ],
  ["half a forwarder", { heartbeat: { forwarders: 0.5, hours: 24 } }, /'heartbeat.forwarders'/],
  [
    "a retry",
    { retryPolicy: { maximumEventAgeInSeconds: 59, maximumRetryAttempts: 186 } },
    /maximumEventAgeInSeconds' must be .* 60 to 86400, got: 59; .*maximumRetryAttempts' .* got: 186/,
  ],
])("refuses %s that a hub would lose alerts by", (_, change, message) => {
  expect(() => {
    hub(change);
  }).toThrow(RangeError);
  expect(() => {
    hub(change);
  }).toThrow(message);
});

const inRegions = (...regions: readonly string[]) => ({ provider, regions });

const forwarder = (
  change: Partial<ForwardedAccount>,
  reach: ProviderPerRegion | RegionArgument = inRegions("eu-central-1"),
): void => {
  new AccountForwarder(stack, nextId(), {
    account: "333333333333",
    hubBusArn: "arn:aws:events:eu-central-1:222222222222:event-bus/alerts-hub",
    namePrefix: "alerts",
    kinds,
    ...reach,
    ...change,
  });
};

test.each<[string, ProviderPerRegion | RegionArgument, RegExp]>([
  ["no region", inRegions(), /'regions' must name at least 1 region/],
  ["an unknown region", inRegions("eu-centrall-1"), /that AWS has, got: eu-centrall-1/],
  [
    "a provider of another region",
    { regionProviders: { "us-east-2": provider }, roleProvider: provider },
    /'regionProviders\["us-east-2"\]' must be a provider of us-east-2, got one of eu-central-1/,
  ],
  [
    "no provider",
    { regionProviders: {}, roleProvider: provider },
    /'regionProviders' must name at/,
  ],
])("refuses %s to forward from", (_, reach, message) => {
  expect(() => {
    forwarder({}, reach);
  }).toThrow(message);
});

test.each<[string, Partial<ForwardedAccount>, RegExp]>([
  ["a short account", { account: "1" }, /'account' must be an account id of 12 digits, got: 1/],
  ["a rule as bus", { hubBusArn: "arn:aws:events:eu-central-1:1:rule/x" }, /ARN of an event bus/],
  ["5 hours", { heartbeatHours: 5 }, /'heartbeatHours' must be one of 2, 3, 4, .* got: 5/],
])("refuses %s that a forwarder would forward nothing by", (_, change, message) => {
  expect(() => {
    forwarder(change);
  }).toThrow(message);
});

const trail = (change: Partial<OrganizationTrailProps>): void => {
  const organizationId = "o-a1b2c3d4e5";
  const managementAccount = "111111111111";
  const sound = { provider, place, organizationId, managementAccount, namePrefix: "alerts" };
  new OrganizationTrail(stack, nextId(), { ...sound, ...change });
};

test.each<[string, Partial<OrganizationTrailProps>, RegExp]>([
  ["an organization", { organizationId: "o-1" }, /'organizationId' must be/],
  ["no day", { retentionDays: 0 }, /'retentionDays' must be a whole number, 1 or more, got: 0/],
  [
    "a longer lock",
    { retentionDays: 30, objectLockDays: 31 },
    /at most retentionDays, 30, got: 31/,
  ],
  ["a management account", { managementAccount: "x" }, /'managementAccount' must be .* got: x/],
  [
    "a prefix that names no bucket",
    { namePrefix: "Signin_Alerts" },
    /'namePrefix' must give the bucket a name of .* got: Signin_Alerts-trail-222222222222-/,
  ],
  ["an invalid bucket", { bucketName: "Logs" }, /'bucketName' must give the bucket .* got: Logs/],
  ["an alias", { existingKeyArn: "alias/aws/s3" }, /'existingKeyArn' must be the ARN of a key/],
])("refuses %s of a trail", (_, change, message) => {
  expect(() => {
    trail(change);
  }).toThrow(message);
});

test("refuses an alias where the ARN of a key is due", () => {
  const topic = { provider, place, name: "alerts", recipients: [] };
  expect(
    () => new AlertTopic(stack, nextId(), { ...topic, existingKeyArn: "alias/aws/sns" }),
  ).toThrow(/no alias, got: alias\/aws\/sns/);
});

test("refuses a recipient that is a text, as a program in JavaScript may give it", () => {
  const recipients = ["security@example.com"] as unknown as [];
  const topic = { provider, place, name: "my alerts", recipients };
  expect(() => new AlertTopic(stack, nextId(), topic)).toThrow(
    /'name' must be .* got: my alerts; 'recipients\[0\]' must be a protocol and an endpoint, .* got: security@example.com/,
  );
});

test("says of a recipient without a protocol no address that is a secret", () => {
  const recipients = [{ endpoint: "https://events.example.com/token-4b1d7c2e" }] as unknown as [];
  const create = () =>
    new AlertTopic(stack, nextId(), { provider, place, name: "alerts", recipients });
  expect(create).toThrow(
    /'recipients\[0\]' must be a protocol and an endpoint.*events\.example\.com#/,
  );
  expect(create).not.toThrow(/token-4b1d7c2e/);
});

test("a bucket that exists already needs no name of this package", () => {
  trail({ namePrefix: "Signin_Alerts", existingBucketName: "logs" });
  expect(made).toBeGreaterThan(0);
});

test("refuses a chat channel of neither Slack nor Teams", () => {
  const channel = { provider, place, name: "alerts" } as unknown as ChatChannelProps;
  expect(() => new ChatChannel(stack, nextId(), channel)).toThrow(RangeError);
});

test("refuses everything that only an alarm of nobody's would watch, at once", () => {
  const heartbeat = { forwarders: 1, hours: 24 };
  const silent = () => {
    unwatchedHub({ heartbeat, floodPerMinute: 60 });
  };
  expect(silent).toThrow(RangeError);
  expect(silent).toThrow(/'heartbeat' needs alarmTopicArn.*'floodPerMinute' needs alarmTopicArn/su);
});

test("what Terraform alone knows is let through", () => {
  const nowhere = { account: unknown, region: unknown };
  hub({ place: nowhere, alarmTopicArn: unknown, provider: elsewhere, namePrefix: unknown });
  hub({ organizationId: unknown, heartbeat: { forwarders: Token.asNumber(unknown), hours: 24 } });
  forwarder({ account: unknown, hubBusArn: unknown }, inRegions(unknown));
  trail({ organizationId: unknown, existingKeyArn: unknown });
  expect(made).toBeGreaterThan(0);
});
