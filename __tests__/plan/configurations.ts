import fc from "fast-check";
import { severities, type MessageFormat } from "../../src/catalog";
import { resolve } from "../../src/plan";
import { enabledKinds } from "../../src/plan/kinds";
import type {
  Account,
  ExistingTrail,
  Ignore,
  LogAlarms,
  NotificationSettings,
  Route,
  RouteFormats,
  SignInAlertsProps,
} from "../../src/stacks";
import { HUB, MANAGEMENT } from "./accounts";
import { channel, people } from "./channel-choices";
import { deployment } from "./deployment-choices";
import { kindNames, kinds, some, watch } from "./kind-choices";
import { shape } from "./shapes";
import { withReasons } from "./with-reasons";

/** The day on which the configurations below are right. */
export const today = new Date("2026-12-01T12:00:00Z");

const hub = some<Pick<SignInAlertsProps["hub"], "archiveDays" | "logRetentionDays">>({
  archiveDays: fc.constantFrom(0, 1, 3650),
  logRetentionDays: fc.constantFrom(0, 1, 3653),
}).map((keys) => ({ ...keys, account: HUB, region: "eu-central-1" }));

const selector = fc.constantFrom(MANAGEMENT, HUB, "security-*", "env=prod", "*");
const format = fc.constantFrom<MessageFormat>("json", "text");

const route = fc
  .tuple(
    fc.constantFrom("all", "urgent", "chat", "audit", "without-mfa-a"),
    channel,
    some<Omit<Route, "name">>({
      kinds: fc.uniqueArray(fc.constantFrom(...kindNames), { minLength: 1, maxLength: 4 }),
      minSeverity: fc.constantFrom(...severities),
      accounts: fc.uniqueArray(selector, { minLength: 1, maxLength: 2 }),
      exceptAccounts: fc.constantFrom(["env=prod"], [HUB]),
      formats: some<RouteFormats>({ https: format, lambda: format, sqs: format }),
    }),
  )
  .map(([name, to, choice]): Route => ({ name, ...choice, ...to }));

const ignore = fc
  .tuple(
    fc.constantFrom<Partial<Ignore>>(
      { principalArn: "arn:aws:sts::*:assumed-role/deployer/*" },
      { sourceCidr: "203.0.113.0/24" },
      { accounts: ["security-*"] },
      {
        principalArns: ["arn:aws:sts::*:assumed-role/deployer/*", "arn:aws:iam::*:user/robot"],
        sourceCidrs: ["203.0.113.0/24", "198.51.100.7/32"],
      },
      { principalArn: `arn:aws:iam::${MANAGEMENT}:user/robot`, sourceCidr: "198.51.100.7/32" },
    ),
    some<Pick<Ignore, "kinds">>({ kinds: fc.constant(["federated-sign-in"]) }),
  )
  .map(([what, about]): Ignore => ({ ...what, ...about, until: "2027-06-30", reason: "a robot" }));

const days = fc.constantFrom(1, 30, 90);
const trail = fc.oneof(
  {
    weight: 4,
    arbitrary: some({
      account: fc.constantFrom(MANAGEMENT, HUB),
      homeRegion: fc.constantFrom("us-east-1", "eu-central-1"),
      bucketName: fc.constant("example-organization-trail"),
      retentionDays: fc.constantFrom(90, 400),
      logReadEvents: fc.boolean(),
      logRetentionDays: fc.constantFrom(0, 30, 90),
      objectLockDays: days,
      accessLogBucketName: fc.constant("access-logs-of-trails"),
      deletionProtection: fc.boolean(),
      logDeadLetters: fc.boolean(),
    }).map((keys) => ({ type: "create" as const, ...keys })),
  },
  {
    weight: 1,
    arbitrary: some({
      logsDeadLetters: fc.boolean(),
      logGroupArn: fc.constant(`arn:aws:logs:eu-central-1:${MANAGEMENT}:log-group:trail`),
    }).map((keys) => ({ type: "existing" as const, logsReadEvents: true, ...keys })),
  },
  {
    weight: 1,
    arbitrary: some({
      logsReadEvents: fc.boolean(),
      logsDeadLetters: fc.boolean(),
      logGroupArn: fc.constantFrom(
        `arn:aws:logs:us-east-1:${HUB}:log-group:trail`,
        `arn:aws:logs:us-east-1:${HUB}:log-group:trail:*`,
      ),
    }).map((keys) => ({
      type: "existing" as const,
      account: HUB,
      homeRegion: "us-east-1",
      ...keys,
    })),
  },
);

const leastRegions = ["us-east-1", "us-east-2", "us-west-2", "eu-north-1", "ap-southeast-2"];
const ofAccount = some<Omit<Account, "id" | "name">>({
  tags: fc.constantFrom({ env: "prod" }, { env: "dev" }),
  regions: fc.constantFrom([...leastRegions], [...leastRegions, "eu-west-1"]),
  optInRegions: fc.constant(["eu-south-1"]),
  newRegions: fc.constant(["ap-south-9"]),
  retiredRegions: fc.constant(["af-south-1"]),
  roleName: fc.constantFrom("none", "deployer"),
  externalId: fc.constant("9f4c-a/b"),
  profile: fc.constant("sso/security"),
});
const accounts = fc
  .tuple(ofAccount, ofAccount, fc.option(ofAccount, { nil: undefined }))
  .map(([management, tooling, member]): readonly Account[] => [
    { ...management, id: MANAGEMENT, name: "management" },
    { ...tooling, id: HUB, name: "security-tooling" },
    ...(member ? [{ ...member, id: "333333333333", name: "payments" }] : []),
  ]);

const common = some<Omit<SignInAlertsProps, "organization" | "hub" | "accounts">>({
  ...deployment,
  kinds,
  watch,
  regionStrategy: fc.constantFrom("region-argument", "provider-per-region"),
  message: fc.constantFrom("standard", "full"),
  formatter: fc.boolean(),
  operations: fc.oneof(
    fc.record({ recipients: people }),
    fc.constant({ topicArn: `arn:aws:sns:eu-central-1:${HUB}:operations` }),
  ),
  dashboard: fc.boolean(),
  flood: fc.record({ perMinute: fc.constantFrom(0, 30) }),
  heartbeat: fc.record({ hours: fc.constantFrom(0, 2, 24) }),
  retry: some({ seconds: fc.constantFrom(60, 3600), attempts: fc.constantFrom(0, 10) }),
  logAlarms: some<LogAlarms>({
    signIns: fc.constantFrom(0, 2),
    failures: fc.constantFrom(0, 7),
    cis: fc.constantFrom("all", "off"),
    uncovered: fc.boolean(),
    users: fc.constant([{ name: "break-glass", userNames: ["break-glass-1", "break-glass-2"] }]),
    topicArn: fc.constant(`arn:aws:sns:eu-central-1:${MANAGEMENT}:trail`),
  }),
  userNotifications: some<Omit<NotificationSettings, "emails">>({
    accounts: fc.constant(["management"]),
    hubRegions: fc.constantFrom([], ["us-east-1"]),
    aggregation: fc.constantFrom("NONE", "SHORT", "LONG"),
  }).map((keys) => ({ ...keys, emails: [{ name: "security", address: "security@example.com" }] })),
  ignore: fc.array(ignore, { maxLength: 2 }),
  trail,
  acceptUncovered: fc.constantFrom(
    [{ accounts: ["777777777777"], reason: "vended for a day" }],
    [{ organizationalUnits: ["ou-ab12-99999999"], reason: "no people sign in" }],
  ),
});

const who: fc.Arbitrary<Pick<SignInAlertsProps, "recipients" | "routes">> = fc.oneof(
  fc.record({ recipients: people }),
  fc
    .uniqueArray(route, { minLength: 1, maxLength: 3, selector: ({ name }) => name })
    .map((routes) => ({ routes })),
);

function withoutLogs({ logsDeadLetters, ...trail }: ExistingTrail): ExistingTrail {
  return logsDeadLetters === false ? { ...trail, logsDeadLetters } : trail;
}

const forms = {
  https: /^(?:https:|var\.|arn:[^:]+:ssm:)/,
  lambda: /:lambda:/,
  sqs: /:sqs:/,
} as const;

/** JSON for recipients that a route has, where a function writes; else text. */
function writable(
  formats: RouteFormats,
  { recipients = [] }: Pick<Route, "recipients">,
  formatter = false,
): Pick<Route, "formats"> {
  const named = Object.entries(forms).flatMap(([name, form]) => {
    const isRead = formatter && recipients.some((recipient) => form.test(recipient));
    const format = formats[name as keyof typeof forms];
    return format === undefined ? [] : [[name, isRead ? format : "text"] as const];
  });
  return { formats: Object.fromEntries(named) };
}

/** The same with the parts in agreement that are drawn each for itself, so that most are accepted. */
function agreeing(configuration: SignInAlertsProps): SignInAlertsProps {
  const { routes, logAlarms, trail, accounts, ...rest } = configuration;
  const { logPath, place } = resolve(configuration).trail;
  const on = enabledKinds(configuration).map(({ name }) => name);
  const topicArn = `arn:${place.partition}:sns:${place.region}:${place.account}:trail`;
  return {
    ...rest,
    accounts: accounts.map(({ externalId, ...account }) => ({
      ...account,
      ...(externalId !== undefined && account.roleName !== "none" && { externalId }),
    })),
    ...(trail && { trail: logPath || trail.type === "create" ? trail : withoutLogs(trail) }),
    ...(routes && {
      routes: routes.map(({ kinds: named, formats, ...others }, i) => {
        const route = { ...others, ...(formats && writable(formats, others, rest.formatter)) };
        const left = named?.filter((name) => on.includes(name)) ?? [];
        return left.length === 0 || (i === 0 && (rest.kinds ?? rest.watch))
          ? route
          : { ...route, kinds: left };
      }),
    }),
    ...(logAlarms &&
      logPath && {
        logAlarms: { ...logAlarms, ...(logAlarms.topicArn !== undefined && { topicArn }) },
      }),
  };
}

/** Whole configurations that use every key, most of which are accepted on {@link today}. */
export const configurations: fc.Arbitrary<SignInAlertsProps> = fc
  .tuple(accounts, common, who, shape, hub)
  .map(([listed, keys, notified, change, place]) =>
    withReasons(
      agreeing(
        change({
          organization: { id: "o-a1b2c3d4e5", managementAccount: MANAGEMENT },
          hub: place,
          regions: leastRegions,
          accounts: listed,
          ...keys,
          ...notified,
        }),
      ),
    ),
  );
