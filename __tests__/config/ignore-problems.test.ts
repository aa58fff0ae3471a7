import { checkConfiguration, type ConfigurationDraft } from "../../src/stacks";

const today = new Date("2026-11-21T12:00:00Z");
const accounts = [
  { id: "111111111111", name: "management" },
  { id: "222222222222", name: "sandbox" },
];
const until = "2027-06-30";
const reason = "pipelines";
const deployer = "arn:aws:sts::*:assumed-role/deployer/*";

type Entry = NonNullable<NonNullable<ConfigurationDraft["ignore"]>[number]>;

function problemsOf(entry: Entry): readonly string[] {
  return checkConfiguration({ accounts, ignore: [{ until, reason, ...entry }] }, today)
    .filter(({ path }) => path[0] === "ignore" && path[1] === 0)
    .map(({ path, problem }) => `${path.slice(2).join(".")}: ${problem}`);
}

test.each<[string, Entry]>([
  ["a role by its sessions", { principalArn: deployer }],
  ["a user", { principalArn: "arn:aws:iam::111111111111:user/robot" }],
  ["a block of addresses", { sourceCidr: "203.0.113.0/24" }],
  ["an account", { accounts: ["sandbox"], kinds: ["failed-sign-in"] }],
  ["an entry of three years", { principalArn: deployer, until: "2029-11-21" }],
  ["an ARN of China", { principalArn: "arn:aws-cn:iam::*:user/robot" }],
  ["an entry on its last day", { principalArn: deployer, until: "2026-11-21" }],
])("%s can be ignored", (_, entry) => {
  expect(problemsOf(entry)).toEqual([]);
});

test.each<[string, Entry, RegExp]>([
  ["a whole kind", { kinds: ["federated-sign-in"] }, /^: this would suppress whole kinds/],
  ["every account", { accounts: ["*"] }, /^: this would suppress whole kinds/],
  [
    "an account that there is not",
    { accounts: ["other"] },
    /^accounts\.0: this matches no account of the list/,
  ],
  [
    "root",
    { principalArn: deployer, kinds: ["root-sign-in"] },
    /^kinds.0: what root does is never ignored/,
  ],
  ["central root access", { principalArn: deployer, kinds: ["assume-root"] }, /never ignored/],
  [
    "a kind whose events do not say who acted",
    { accounts: ["sandbox"], kinds: ["region-opt-in"] },
    /^kinds.0: .* do not say who acted/,
  ],
  [
    "an unknown kind",
    { principalArn: deployer, kinds: ["root"] },
    /this alert kind does not exist/,
  ],
  ["everybody", { principalArn: "*" }, /^principalArn: .* it means everybody/],
  ["an expired entry", { principalArn: deployer, until: "2026-11-20" }, /^until: this day is over/],
  [
    "a day that there is not",
    { principalArn: deployer, until: "2027-02-30" },
    /^until: this is not a valid day/,
  ],
  [
    "a day behind the month's last",
    { principalArn: deployer, until: "2027-02-32" },
    /is not a valid day/,
  ],
  [
    "a 13th month",
    { principalArn: deployer, until: "2027-13-01" },
    /^until: this is not a valid day/,
  ],
  ["a month 0", { principalArn: deployer, until: "2027-00-10" }, /^until: this is not a valid day/],
  ["an entry for good", { principalArn: deployer, until: "9999-12-31" }, /more than 3 years/],
  ["one day too many", { principalArn: deployer, until: "2029-11-22" }, /more than 3 years ahead/],
  [
    "an unknown partition",
    { principalArn: "arn:xx:iam::111111111111:user/x" },
    /not a valid ARN of a user/,
  ],
  [
    "an account of 3 digits",
    { principalArn: "arn:aws:iam::111:user/x" },
    /not a valid ARN of a user/,
  ],
  [
    "an account of letters",
    { principalArn: "arn:aws:iam::abc:user/x" },
    /not a valid ARN of a user/,
  ],
  ["a block with a leading zero", { sourceCidr: "010.0.0.0/8" }, /this is not a valid IPv4 block/],
  ["an IPv6 block", { sourceCidr: "2001:db8::/32" }, /^sourceCidr: .* IPv4 blocks only/],
  [
    "a block with bits behind it",
    { sourceCidr: "203.0.113.7/24" },
    /^sourceCidr: bits behind the length of this block are set/,
  ],
  ["an address", { sourceCidr: "203.0.113.7" }, /^sourceCidr: this is an address, not a block/],
  ["all addresses", { sourceCidr: "0.0.0.0/0" }, /^sourceCidr: this is too large a part/],
  [
    "a role as IAM names it",
    { principalArn: "arn:aws:iam::111111111111:role/deployer" },
    /^principalArn: CloudTrail writes the session of a role/,
  ],
  [
    "a role's sessions without their names",
    { principalArn: "arn:aws:sts::*:assumed-role/deployer" },
    /^principalArn: CloudTrail writes the session of a role/,
  ],
  [
    "what signs in nowhere",
    { principalArn: "arn:aws:iam::111111111111:group/x" },
    /not a valid ARN of a user/,
  ],
  [
    "every session of every role",
    { principalArn: "arn:aws:sts::*:assumed-role/*" },
    /^: this would suppress whole kinds/,
  ],
  ["every user", { principalArns: ["arn:aws:iam::*:user/*", deployer] }, /^: this would suppress/],
  ["no reason", { principalArn: deployer, reason: " " }, /^reason: the reason is missing/],
  [
    "a reason of characters that nobody sees",
    { principalArn: deployer, reason: "\u200b\u202e" },
    /^reason: the reason is missing/,
  ],
])("fails for %s", (_, entry, problem) => {
  expect(problemsOf(entry)).toEqual([expect.stringMatching(problem)]);
});

test.each<[string, Entry]>([
  ["write 203.0.113.7/32", { sourceCidr: "203.0.113.7" }],
  ["write 203.0.113.0/24", { sourceCidr: "203.0.113.7/24" }],
  ["write 203.0.112.0/20", { sourceCidr: "203.0.113.7/20" }],
  ["correct the block", { sourceCidr: "010.0.0.1" }],
  ["correct the block", { sourceCidr: "300.0.0.1/24" }],
  ["say whose sign-ins in principalArns instead", { sourceCidr: "2001:db8::/32" }],
  [
    "write arn:aws:sts::*:assumed-role/deployer/*",
    { principalArn: "arn:aws:iam::*:role/service/deployer" },
  ],
  [
    "write arn:aws:sts::*:assumed-role/deployer/*",
    { principalArn: "arn:aws:sts::*:assumed-role/deployer" },
  ],
])("the fix is to %s", (fix, entry) => {
  const problems = checkConfiguration({ accounts, ignore: [{ until, reason, ...entry }] }, today);
  expect(problems.filter(({ path }) => path[0] === "ignore").map((each) => each.fix)).toEqual([
    fix,
  ]);
});

test.each<[string, Entry]>([
  [
    "every session in one account",
    { principalArn: "arn:aws:sts::*:assumed-role/*", accounts: ["sandbox"] },
  ],
  [
    "every session from one network",
    { principalArn: "arn:aws:sts::*:assumed-role/*", sourceCidr: "203.0.113.0/24" },
  ],
  ["sessions of roles that begin alike", { principalArn: "arn:aws:sts::*:assumed-role/deploy*" }],
])("%s can be ignored, which is no whole kind", (_, entry) => {
  expect(problemsOf(entry)).toEqual([]);
});

const sound: ConfigurationDraft = {
  organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
  hub: { account: "111111111111", region: "eu-central-1" },
  accounts,
  operations: { recipients: ["operations@example.com"] },
};
const recipients = ["security@example.com"];

test.each<[string, ConfigurationDraft, RegExp]>([
  [
    "an unknown account",
    { routes: [{ name: "a", accounts: ["prod-*"], recipients }] },
    /no account of the list/,
  ],
  [
    "no account",
    { routes: [{ name: "a", accounts: [], recipients }] },
    /can never receive anything/,
  ],
  [
    "a severity that no kind has left",
    { routes: [{ name: "a", kinds: ["federated-sign-in"], minSeverity: "critical", recipients }] },
    /can never receive anything/,
  ],
  ["neither recipients nor topic", { routes: [{ name: "a" }] }, /no recipient would be notified/],
  [
    "recipients beside a topic",
    { routes: [{ name: "a", recipients, topicArn: "arn:aws:sns:eu-central-1:111111111111:t" }] },
    /recipients would not be notified/,
  ],
  [
    "a topic in another region",
    { routes: [{ name: "a", topicArn: "arn:aws:sns:us-east-1:111111111111:t" }] },
    /own account and region/,
  ],
  ["an address without TLS", { recipients: ["http://example.com/hook"] }, /not sent over http/],
  [
    "a phone number without country",
    { recipients: ["0170 1234567"] },
    /not a valid phone number for SNS/,
  ],
  [
    "a topic as recipient",
    { recipients: ["arn:aws:sns:eu-central-1:111111111111:t"] },
    /a topic cannot notify a topic/,
  ],
])("fails for a route with %s", (_, change, problem) => {
  expect(checkConfiguration({ ...sound, ...change }).map((each) => each.problem)).toEqual([
    expect.stringMatching(problem),
  ]);
});
