import { formatPath } from "../../src/stacks";
import { example, problemsOf } from "./faulty-file";

const slack = (text: string) => `${example}\nroutes:\n  - name: a\n    ${text}\n`;

test.each<[string, string, string, RegExp]>([
  [
    "a comma after a region",
    example.replace("region: eu-central-1", "region: eu-central-1,"),
    "hub.region",
    /^write eu-central-1$/,
  ],
  [
    "a blank too few before a key",
    example.replace("    name: payments-dev", "   name: payments-dev"),
    "",
    /^indent this line, or one before it/,
  ],
  [
    "a merge key",
    `${example}\nheartbeat:\n  <<: { hours: 2 }\n`,
    'heartbeat["<<"]',
    /write the keys/,
  ],
  ["all regions by a word", `${example}\nregions: all\n`, "regions", /^leave the key out/],
  [
    "a kind that is true",
    `${example}\nkinds: { role-switch: true }\n`,
    "kinds.role-switch",
    /^did you mean on\?$/,
  ],
  [
    "a kind that is false",
    `${example}\nkinds: { role-switch: false }\n`,
    "kinds.role-switch",
    /^did you mean off\?$/,
  ],
  [
    "a kind that is yes",
    `${example}\nkinds: { role-switch: yes }\n`,
    "kinds.role-switch",
    /^did you mean on\?$/,
  ],
  ["yes in place of true", `${example}\nformatter: yes\n`, "formatter", /^write true, without/],
  ["false in quotes", `${example}\nformatter: "false"\n`, "formatter", /^write false, without/],
  [
    "a hyphen without a space",
    example.replace("- security@example.com", "-security@example.com\n  -b@example.com"),
    "recipients",
    /^put a space behind the - of each item$/,
  ],
  [
    "a colon without a space",
    example.replace("region: eu-central-1", "region:eu-central-1"),
    "",
    /^put a colon and a space between/,
  ],
  [
    "the beginning of a type",
    example.replace("type: create\n  retentionDays: 365", "type: exist"),
    "trail.type",
    /^did you mean type: existing\?$/,
  ],
  [
    "a type that is like none",
    `${example}\nbackend: { type: remote }\n`,
    "backend.type",
    /^give one of these types$/,
  ],
  [
    "a role's name with a slash before it",
    `${example}\nroleName: /security/Deploy\n`,
    "roleName",
    /^write security\/Deploy$/,
  ],
  [
    "a number that is too short for a phone",
    example.replace("- security@example.com", '- "+12"'),
    "recipients[0]",
    /^write \+ and the whole number/,
  ],
  [
    "a mailbox with a name",
    example.replace("- security@example.com", "- Security <security@example.com>"),
    "recipients[0]",
    /^write security@example.com$/,
  ],
  [
    "the link of a mailbox",
    example.replace("- security@example.com", "- mailto:security@example.com"),
    "recipients[0]",
    /^write security@example.com$/,
  ],
  [
    "the address of a queue",
    example.replace(
      "- security@example.com",
      "- https://sqs.eu-central-1.amazonaws.com/222222222222/q",
    ),
    "recipients[0]",
    /^give the ARN of the queue/,
  ],
  [
    "a variable whose name Terraform keeps for itself",
    example.replace("- security@example.com", "- var.source"),
    "recipients[0]",
    /^choose another name, such as var.pager_url$/,
  ],
  [
    "a port that does not exist",
    example.replace("- security@example.com", "- https://example.com:65536/hook"),
    "recipients[0]",
    /^correct the address$/,
  ],
  [
    "a host whose name begins with a hyphen",
    example.replace("- security@example.com", "- security@-example.com"),
    "recipients[0]",
    /^correct the address$/,
  ],
  [
    "a mailbox of an IPv4 address",
    example.replace("- security@example.com", "- security@192.0.2.1"),
    "recipients[0]",
    /^correct the address$/,
  ],
  [
    "a channel of Slack in two routes",
    example.replace(
      /recipients:\n.*\n/,
      ["a", "b"]
        .map(
          (name) =>
            `  - { name: ${name}, slack: { workspaceId: T07EA123LEP, channelId: C07EZ1ABC23 } }\n`,
        )
        .join("")
        .replace(/^/, "operations: { recipients: [a@example.com] }\nroutes:\n"),
    ),
    "routes[1].slack.channelId",
    /^join the two routes, or notify another channel$/,
  ],
  [
    "an address of a private network",
    example.replace("- security@example.com", "- https://10.1.2.3/hook"),
    "recipients[0]",
    /^use an address that the internet reaches/,
  ],
  [
    "a misspelled account of a route",
    example.replace(
      /recipients:\n.*\n/,
      "routes:\n  - { name: a, accounts: [paymnts-prod], recipients: [a@example.com] }\n",
    ),
    "routes[0].accounts[0]",
    /^did you mean payments-prod\? Else add the account under accounts$/,
  ],
  [
    "a region of the hub that does not exist",
    example.replace("region: eu-central-1", "region: eu-centrl-1"),
    "hub.region",
    /^did you mean eu-central-1\?$/,
  ],
  [
    "keys of tags that differ in capitals",
    example.replace("tags:\n", "tags:\n  Team: security\n"),
    "tags.team",
    /^remove one of the two$/,
  ],
  [
    "a text that is a comment",
    slack("slack:\n      workspaceId: T07EA123LEP\n      channelId: #security"),
    "routes[0].slack.channelId",
    /^# begins a comment: put the text in quotes, "#security"/,
  ],
  [
    "a comment that hides a bracket",
    slack("slack: { workspaceId: T07EA123LEP, channelId: #security }"),
    "",
    /# begins a comment/,
  ],
])("fails for %s, with a fix that says what to do", (_, text, path, fix) => {
  const problems = problemsOf(text).filter((problem) => formatPath(problem.path) === path);
  expect(problems.map((problem) => problem.fix)).toEqual([expect.stringMatching(fix)]);
});

test("a list of ids says of each account how to write it", () => {
  const ids = example.replace(/accounts:\n[\s\S]*?\ntrail:/, `accounts: ["111111111111"]\ntrail:`);
  const found = problemsOf(ids).filter(({ path }) => formatPath(path) === "accounts[0]");
  expect(found.map(({ fix }) => fix)).toEqual([
    'write { id: "111111111111", name: … } with the name of the account',
  ]);
});

test.each([
  ["of containers", "version: '3'\nservices:\n  web: { image: nginx }\n"],
  ["of a package", '{"name":"x","version":"1.0.0","dependencies":{"a":"1"}}'],
])("fails once for a file %s, not for each of its keys", (_, text) => {
  expect(problemsOf(text).map(({ problem }) => problem)).toEqual([
    expect.stringMatching(/^none of these keys is one of this configuration/),
  ]);
});
