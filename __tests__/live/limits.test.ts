import { openAws, type Aws } from "../../src/live";
import { readLimits } from "../../src/live/inventory/limits";
import { readTree } from "../../src/live/organization/tree";
import { organizationAnswers, type StandInOrganization } from "../discovery/stand-in-organization";
import { jsonError, standInOfSuite, type StandInAnswer } from "./stand-in";

const MANAGEMENT = "111111111111";
const HUB = "222222222222";
const MEMBER = "333333333333";
const here = { account: MANAGEMENT, region: "us-east-1" };
const server = standInOfSuite();

const full = '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';
const guard = '{"Statement":[{"Effect":"Deny","Action":"events:*","Resource":"*"}]}';
const scp = { type: "SERVICE_CONTROL_POLICY" } as const;
const organization: StandInOrganization = {
  managementAccount: MANAGEMENT,
  accounts: {
    [MANAGEMENT]: { name: "Management" },
    [HUB]: { name: "Tooling" },
    [MEMBER]: { name: "Payments" },
  },
  units: {
    "r-ab12": { accounts: [MANAGEMENT], units: ["ou-ab12-11111111"] },
    "ou-ab12-11111111": { accounts: [HUB], units: ["ou-ab12-22222222"] },
    "ou-ab12-22222222": { accounts: [MEMBER] },
  },
  policies: {
    "p-full": {
      ...scp,
      name: "FullAWSAccess",
      content: full,
      targets: ["r-ab12", "ou-ab12-11111111", "ou-ab12-22222222", MANAGEMENT, HUB, MEMBER],
    },
    "p-guard": { ...scp, name: "Guardrail", content: guard, targets: ["ou-ab12-22222222"] },
    "p-unused": { ...scp, name: "Unused", content: guard, targets: [] },
  },
  pageSize: 2,
};

async function read(said: StandInOrganization) {
  server().respond = organizationAnswers(said);
  const aws: Aws = await openAws({
    region: "us-east-1",
    partition: "aws",
    roleArn: () => undefined,
  });
  const limits = await aws.at(here, async (at) => {
    const tree = await readTree(at);
    return tree.state === "known" ? readLimits(at, tree.value, [HUB, MEMBER]) : undefined;
  });
  return { aws, limits };
}

const fails = (operation: string, answer: StandInAnswer): StandInOrganization => ({
  ...organization,
  instead: (name) => (name === operation ? answer : undefined),
});

test("an account has the policies of the root, of each unit above it, and its own", async () => {
  const { limits, aws } = await read(organization);
  const names = [...(limits?.limits ?? [])].map(
    ([account, { serviceControl, resourceControl }]) => [
      account,
      serviceControl.map((level) => level.map(({ name }) => name)),
      resourceControl,
    ],
  );
  expect(names).toEqual([
    [HUB, [["FullAWSAccess"], ["FullAWSAccess"], ["FullAWSAccess"]], []],
    [
      MEMBER,
      [["FullAWSAccess"], ["FullAWSAccess"], ["FullAWSAccess", "Guardrail"], ["FullAWSAccess"]],
      [],
    ],
  ]);
  expect(limits?.findings).toEqual([]);
  expect(aws.calls.get("organizations:DescribePolicy")).toBe(2);
});

test.each([
  "ListRoots",
  "ListAccountsForParent",
  "ListOrganizationalUnitsForParent",
  "ListPolicies",
  "ListTargetsForPolicy",
  "DescribePolicy",
])("where %s is denied, no limit is known, and the permission is named", async (operation) => {
  for (const answer of [jsonError("AccessDeniedException"), { body: "{}" }, { body: "[]" }]) {
    const { limits, aws } = await read(fails(operation, answer));
    expect(aws.notKnown.map(({ permission }) => permission)).toContain(
      `organizations:${operation}`,
    );
    const levels = [...(limits?.limits.values() ?? [])].flatMap((each) => each.serviceControl);
    expect(levels).toEqual([]);
  }
});

test("an account that AWS does not list, and a level without policies, are not known", async () => {
  const listed = Object.entries(organization.accounts).filter(([id]) => id !== MEMBER);
  const gone = await read({ ...organization, accounts: Object.fromEntries(listed) });
  expect(gone.limits?.findings).toEqual([
    expect.objectContaining({
      rule: "live-not-known",
      detail: expect.stringContaining(`account ${MEMBER}: it is in no unit`) as string,
    }),
  ]);
  const bare = {
    ...organization.policies,
    "p-full": { ...scp, name: "F", content: full, targets: [HUB] },
  };
  const without = await read({ ...organization, policies: bare });
  expect(without.limits?.findings.map(({ detail }) => detail)).toContainEqual(
    expect.stringContaining(`account ${HUB}: AWS lists no policy of r-ab12`),
  );
});
