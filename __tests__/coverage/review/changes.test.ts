import { catalog } from "../../../src/catalog";
import { smallOrganization } from "../small-organization";
import { expectSaid, type Change } from "./said-of-change";
import { reviewed, rewriting, versionOf } from "./review-of";

const inUse = catalog.filter(({ onByDefault }) => onByDefault).length;

const backend = (bucket: string, keyPrefix = "alerts") =>
  ({ type: "s3", bucket, keyPrefix, region: "eu-central-1" }) as const;
const { accounts, hub } = smallOrganization;

const changes: readonly Change[] = [
  {
    name: "nothing",
    harmless: true,
    says: ["✅ No coverage lost. An alert", "no resource is destroyed or replaced"],
  },
  {
    name: "the region of the hub",
    head: { hub: { account: "222222222222", region: "us-east-1" } },
    harmless: false,
    says: [
      "The hub is signin-alerts in 222222222222 us-east-1 instead of signin-alerts in 222222222222 eu-central-1",
      "each recipient must confirm again",
      "`email:security@example.com` must confirm again",
    ],
  },
  {
    name: "the account of the hub",
    head: { hub: { account: "333333333333", region: "eu-central-1" } },
    harmless: false,
    says: ["The hub is signin-alerts in 333333333333 eu-central-1 instead of"],
  },
  {
    name: "fewer days of the archive",
    head: { hub: { ...hub, archiveDays: 7 } },
    harmless: true,
    says: [
      "The archive signin-alerts keeps events for 7 days instead of for 90 days: what is older is deleted",
    ],
  },
  {
    name: "the archive that is switched off",
    head: { hub: { ...hub, archiveDays: 0 } },
    harmless: false,
    says: [
      "the events that it keeps are deleted: what was not delivered can no longer be replayed",
    ],
  },
  {
    name: "the logs of the event bus that are switched off",
    head: { hub: { ...hub, logRetentionDays: 0 } },
    harmless: false,
    says: [
      "logs at the level OFF with detail NONE instead of INFO with detail NONE",
      "the event bus no longer says whether alerts were delivered",
    ],
  },
  {
    name: "fewer days of the logs of the event bus",
    head: { hub: { ...hub, logRetentionDays: 7 } },
    harmless: true,
    says: ["retention_in_days of 1 aws_cloudwatch_log_group"],
  },
  {
    name: "the id of the organization",
    head: { organization: { ...smallOrganization.organization, id: "o-zzzzzzzzzz" } },
    harmless: false,
    says: ["The organization is o-zzzzzzzzzz instead of o-a1b2c3d4e5", "no alert arrives any more"],
  },
  {
    name: "the id of another organization that the policy of the bus had by mistake",
    baseEdit: rewriting((text) => text.replaceAll("o-a1b2c3d4e5", "o-zzzzzzzzzz")),
    harmless: true,
    says: ["alerts won"],
  },
  {
    name: "heartbeats that come less often",
    base: { heartbeat: { hours: 6 } },
    head: { heartbeat: { hours: 12 } },
    harmless: false,
    says: ["Alarms are raised later: signin-alerts-", "instead of"],
  },
  {
    name: "heartbeats that come more often",
    base: { heartbeat: { hours: 12 } },
    head: { heartbeat: { hours: 6 } },
    harmless: true,
    says: ["Alarms are raised sooner: signin-alerts-"],
  },
  {
    name: "log files of the trail that are not validated any more",
    edit: rewriting((text) =>
      text.replace('"enable_log_file_validation":true', '"enable_log_file_validation":false'),
    ),
    harmless: false,
    says: ["The log files of the trail signin-alerts", "are not validated any more"],
  },
  {
    name: "a block in a list instead of by itself",
    edit: rewriting((text) =>
      text.replaceAll(/"retry_policy":(\{[^}]*\})/gu, '"retry_policy":[$1]'),
    ),
    harmless: true,
    says: ["✅ No coverage lost"],
  },
  {
    name: "the bucket of the state",
    base: { backend: backend("states") },
    head: { backend: backend("other-states") },
    harmless: false,
    says: ["The state of 5 stacks", "Terraform creates everything anew", "left behind"],
  },
  {
    name: "the folder of the states",
    base: { backend: backend("states") },
    head: { backend: backend("states", "elsewhere") },
    harmless: false,
    says: ["The state of 5 stacks", "Terraform creates everything anew"],
  },
  {
    name: "the prefix of the stacks",
    head: { stackPrefix: "alerts" },
    harmless: false,
    says: ["5 stacks", "would create what they hold from an empty state", "it exists already"],
  },
  {
    name: "the prefix of names",
    head: { namePrefix: "alerts" },
    harmless: false,
    says: ["**name changes** from `signin-alerts` to `alerts`"],
  },
  {
    name: "the role that Terraform assumes",
    head: { roleName: "Deploy" },
    harmless: true,
    says: ["Terraform assumes Deploy instead of OrganizationAccountAccessRole in 2 accounts"],
  },
  {
    name: "how often delivery is tried",
    head: { retry: { seconds: 60, attempts: 0 } },
    harmless: true,
    says: ["0 attempts in 60 seconds instead of 185 attempts in 86400 seconds"],
  },
  {
    name: "the style of messages",
    head: { message: "full" },
    harmless: true,
    says: ["Messages of ", " targets read otherwise"],
  },
  {
    name: "a function that forms messages, switched on",
    head: { formatter: true },
    harmless: true,
    says: ["A function forms the messages from now on"],
  },
  {
    name: "a function that forms messages, switched off",
    base: { formatter: true },
    harmless: true,
    says: ["The function that formed the messages is gone"],
  },
  {
    name: "one recipient exchanged for another",
    head: { recipients: ["soc@example.com"] },
    harmless: false,
    says: [
      "1 recipient notified of less",
      `➖ \`email:security@example.com\` is notified of nothing any more: all ${inUse} kinds; what \`signin-alerts-operations\`, \`signin-alerts-trail-alarms\` brings`,
      `➕ \`email:soc@example.com\` is new, notified of: all ${inUse} kinds`,
      "once the address is confirmed",
    ],
  },
  {
    name: "a recipient more",
    head: { recipients: ["security@example.com", "soc@example.com"] },
    harmless: true,
    says: ["➕ `email:soc@example.com` is new"],
  },
  {
    name: "a recipient of operations less",
    base: { operations: { recipients: ["security@example.com", "platform@example.com"] } },
    head: { operations: { recipients: ["security@example.com"] } },
    harmless: false,
    says: ["➖ `email:platform@example.com` is notified of nothing any more: what `signin-alerts-"],
  },
  {
    name: "an account closed",
    head: { accounts: accounts.slice(0, 2) },
    harmless: false,
    says: ["payments (333333333333)", "the account is no longer in any stack"],
  },
  {
    name: "the name of an account",
    head: { accounts: accounts.map((each) => ({ ...each, name: `${each.name}-2` })) },
    harmless: true,
    says: ["✅ No coverage lost"],
  },
  {
    name: "no heartbeats",
    head: { heartbeat: { hours: 0 } },
    harmless: false,
    says: ["Heartbeats are off"],
  },
  {
    name: "neither heartbeats nor log path",
    head: { heartbeat: { hours: 0 }, trail: { type: "existing" } },
    harmless: false,
    says: ["Nothing watches the path any more: heartbeats and log path are off"],
  },
  {
    name: "a construct renamed",
    edit: rewriting((text) => text.replaceAll("account-forwarder_Role", "forwarder_Role")),
    harmless: false,
    says: ["`signin-alerts-forward` created again as", "it exists already", "a `moved` block"],
  },
  {
    name: "a region taken out at once",
    head: {
      regions: ["eu-central-1", "us-east-1"],
      acceptMissingRegions: ["us-west-2", "us-east-2", "eu-north-1", "ap-southeast-2"],
    },
    harmless: false,
    says: [
      "the provider aws.us-east-2 is gone",
      "Provider configuration not present",
      "retiredRegions",
    ],
  },
];

test.each(changes)("$name", expectSaid);

test("logs of the event bus that are switched off are nothing on the way of alerts", () => {
  const { markdown } = reviewed(versionOf(), versionOf({ hub: { ...hub, logRetentionDays: 0 } }));
  expect(markdown).toMatch(/resources watching/u);
  expect(markdown).not.toContain("on the way");
});

test("where nothing watches, what watched needs no lines of its own", () => {
  const { markdown } = reviewed(
    versionOf(),
    versionOf({ heartbeat: { hours: 0 }, trail: { type: "existing" } }),
  );
  expect(markdown).not.toContain("aws_cloudwatch_metric_alarm");
  expect(markdown).not.toContain("Heartbeat_Target");
});
