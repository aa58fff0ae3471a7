import { inventoryOfStacks, type StackDocument } from "../../../src/coverage";
import type { SignInAlertsProps } from "../../../src/stacks";
import {
  alikeOrganization,
  byLikeness,
  isSameInventory,
  judgedOf,
  MEMBERS,
  oneByOne,
  said,
  unroutedOrganization,
  type Judged,
} from "./alike-organization";

const judged = judgedOf(alikeOrganization);
const [some = ""] = [...MEMBERS].sort().slice(1);
const memberStacks = MEMBERS.map((id) => `signin-account-${id}`);

/** The Terraform with a change to the text of some stacks. */
function changed(names: readonly string[], change: (text: string, name: string) => string): Judged {
  const stacks = judged.stacks.map((stack): StackDocument => {
    if (!names.includes(stack.name)) return stack;
    const text = change(JSON.stringify(stack.document), stack.name);
    return { name: stack.name, document: JSON.parse(text) as StackDocument["document"] };
  });
  expect(stacks).not.toEqual(judged.stacks);
  return { ...judged, stacks };
}

/** The accounts with a gap, after both ways were found to report the same. */
function gapsOf(broken: Judged): readonly string[] {
  const whole = inventoryOfStacks(broken.stacks);
  const alone = oneByOne(broken, whole);
  const found = byLikeness(broken);
  expect(said(found.report)).toBe(said(alone));
  expect(isSameInventory(found, whole)).toBe(true);
  const cells = alone.cells.filter(({ covered }) => !covered);
  return [...new Set(cells.map(({ account }) => account))];
}

/** The hub's event bus with one more statement in its policy. */
function withDenial(condition: object): Judged {
  const escaped = JSON.stringify(
    JSON.stringify({
      Sid: "More",
      Effect: "Deny",
      Principal: "*",
      Action: "events:PutEvents",
      Resource: "*",
      Condition: condition,
    }),
  ).slice(1, -1);
  return changed(["signin-hub"], (text) =>
    text.replace(
      '{\\"Sid\\":\\"OrganizationSendsSignInEvents\\"',
      () => `${escaped},{\\"Sid\\":\\"OrganizationSendsSignInEvents\\"`,
    ),
  );
}

const denials: readonly (readonly [string, object, readonly string[]])[] = [
  ["an id", { StringEquals: { "aws:PrincipalAccount": some } }, [some]],
  [
    "a list of ids",
    { StringEquals: { "aws:PrincipalAccount": MEMBERS.slice(0, 2) } },
    MEMBERS.slice(0, 2),
  ],
  [
    "what ids begin with",
    { StringLike: { "aws:PrincipalAccount": "4040*" } },
    MEMBERS.filter((id) => id.startsWith("4040")),
  ],
  [
    "what ids end with",
    { StringLike: { "aws:PrincipalAccount": "*1" } },
    MEMBERS.filter((id) => id.endsWith("1")),
  ],
  [
    "an ARN of a part of an id",
    { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::3030????????:role/*" } },
    MEMBERS.filter((id) => id.startsWith("3030")),
  ],
];

test.each(denials)(
  "a policy of the hub that denies %s is a gap of these accounts alone",
  (_, condition, accounts) => {
    expect(gapsOf(withDenial(condition))).toEqual([...accounts].sort());
  },
);

test("a rule of the hub that takes events of a part of the ids is a gap of the other accounts", () => {
  const broken = changed(["signin-hub"], (text) =>
    text.replaceAll(
      '"event_pattern":"{\\"source\\"',
      () => '"event_pattern":"{\\"account\\":[{\\"prefix\\":\\"40\\"}],\\"source\\"',
    ),
  );
  const alone = gapsOf(broken);
  expect(alone).toEqual(expect.arrayContaining(MEMBERS.filter((id) => !id.startsWith("40"))));
});

test("an id that every stack has in the place of its own is a gap of all but that account", () => {
  const broken = changed(memberStacks, (text, name) =>
    text.replaceAll(`:${name.slice(-12)}:rule/`, `:${some}:rule/`),
  );
  expect(gapsOf(broken)).toEqual(MEMBERS.filter((id) => id !== some).sort());
});

test("an account is not judged by another one where their stacks read files", () => {
  const read = changed(memberStacks, (text) =>
    text.replaceAll('"description":"', () => '"description":"${file(\\"note.txt\\")}'),
  );
  expect(byLikeness(read).isAbridged).toBe(false);
});

test("an id that an escape hides is read as it stands", () => {
  const hidden = some.replace(/^./u, (digit) => `\\\\u003${digit}`);
  const broken = changed(memberStacks, (text, name) =>
    text.replaceAll(`:${name.slice(-12)}:rule/`, `:${hidden}:rule/`),
  );
  expect(gapsOf(broken)).toEqual(MEMBERS.filter((id) => id !== some).sort());
});

test("an id that is put together is read as it stands", () => {
  const broken = changed(memberStacks, (text, name) =>
    text
      .replaceAll(`:${name.slice(-12)}:rule/`, `:\${local.first}${some.slice(6)}:rule/`)
      .replace(/^\{/u, `{"locals":{"first":"${some.slice(0, 6)}"},`),
  );
  expect(gapsOf(broken)).toEqual(MEMBERS.filter((id) => id !== some).sort());
});

const whole = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";
/** States of a rule: the first is a gap. */
const choice = `? \\"DISABLED\\" : \\"${whole}\\"}`;

const computedStates: readonly (readonly [string, string])[] = [
  ["an order of ids", `\${local.own > 505050500000 ${choice}`],
  ["a part of an id", `\${local.own % 1000 == 51 ${choice}`],
  ["an id that is put together", `\${local.own == local.other ${choice}`],
  ["a directive", `%{ if local.own == local.other }DISABLED%{ else }${whole}%{ endif }`],
];

test.each(computedStates)("accounts are told apart by %s in an expression", (_, state) => {
  const [begin, end] = [MEMBERS[0].slice(0, 6), MEMBERS[0].slice(6)];
  const broken = changed(memberStacks, (text, name) => {
    const own = name.slice(-12);
    const locals = JSON.stringify({
      begin,
      own,
      other: `\${local.begin}${end}`,
    });
    return text
      .replaceAll(`"state":"${whole}"`, () => `"state":"${state}"`)
      .replace("{", () => `{"locals":${locals},`);
  });
  expect(gapsOf(broken)).toContain(MEMBERS[0]);
});

test("states that accounts which are alike share are found", () => {
  const broken = changed(memberStacks, (text) =>
    text.replace(
      /"backend":\{"local":\{"path":"[^"]*"\}\}/u,
      '"backend":{"local":{"path":"/one"}}',
    ),
  );
  const { report, isAbridged } = byLikeness(broken);
  expect(isAbridged).toBe(false);
  expect(report.findings.filter(({ rule }) => rule === "shared-state")).toHaveLength(
    MEMBERS.length - 1,
  );
  expect(said(report)).toBe(said(oneByOne(broken)));
});

test("a rule that another stack has in an account is judged with that account", () => {
  const team: StackDocument = {
    name: "team",
    document: {
      provider: { aws: [{ region: "us-east-1", allowed_account_ids: [some] }] },
      resource: {
        aws_cloudwatch_event_rule: {
          mine: { name: "mine", event_pattern: '{"source":["aws.signin"]}' },
        },
      },
    },
  };
  const broken = { ...judged, stacks: [...judged.stacks, team] };
  const { report, isAbridged } = byLikeness(broken);
  expect(isAbridged).toBe(false);
  expect(said(report)).toBe(said(oneByOne(broken)));
  expect(report.findings).not.toEqual([]);
});

test("an account whose region is left out of its stack is judged by itself, and the others by one", () => {
  const name = `signin-account-${some}`;
  const broken = changed([name], (text) => text.replaceAll("us-east-1", "us-west-1"));
  const { report, isAbridged } = byLikeness(broken);
  expect(isAbridged).toBe(true);
  expect(said(report)).toBe(said(oneByOne(broken)));
  expect(report.findings).not.toEqual([]);
});

const configurations: Readonly<Record<string, SignInAlertsProps>> = {
  "routes for some accounts": {
    ...unroutedOrganization,
    routes: [
      { name: "security", recipients: ["security@example.com"] },
      {
        name: "teams",
        recipients: ["teams@example.com"],
        accounts: ["team-0", "team-1", "team-2"],
      },
    ],
  },
  "a watch on a role of one account": {
    ...alikeOrganization,
    watch: [{ name: "break-glass", principals: [`arn:aws:iam::${some}:role/break-glass`] }],
  },
  "a watch on a role of every account": {
    ...alikeOrganization,
    watch: [{ name: "break-glass", principals: ["role/break-glass"] }],
  },
  "one provider for all regions": { ...alikeOrganization, regionStrategy: "region-argument" },
};

test.each(Object.entries(configurations))("accounts are alike with %s", (_name, props) => {
  const configured = judgedOf(props);
  const found = byLikeness(configured);
  const whole = inventoryOfStacks(configured.stacks);
  expect(found.isAbridged).toBe(true);
  expect(isSameInventory(found, whole)).toBe(true);
  expect(said(found.report)).toBe(said(oneByOne(configured, whole)));
});

test("without a configuration each account is judged by itself", () => {
  // Which accounts there should be, nobody says.
  expect(byLikeness({ stacks: judged.stacks }).isAbridged).toBe(false);
});
