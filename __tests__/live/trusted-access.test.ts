import { openAws } from "../../src/live";
import { liveScope } from "../../src/live/inventory/scope";
import { readTrustedAccess } from "../../src/live/inventory/trusted-access";
import { expectationsOf, resolve } from "../../src/plan";
import { HUB, MANAGEMENT, organizationWith } from "../coverage/small-organization";
import { organizationAnswers, type StandInOrganization } from "../discovery/stand-in-organization";
import { jsonError, standInOfSuite, type StandInAnswer } from "./stand-in";

const server = standInOfSuite();
const place = { account: MANAGEMENT, region: "us-east-1" };
const organization: StandInOrganization = {
  managementAccount: MANAGEMENT,
  accounts: { [MANAGEMENT]: { name: "Management" }, [HUB]: { name: "Tooling" } },
  units: { "r-ab12": { accounts: [MANAGEMENT, HUB] } },
};

async function open(said: StandInOrganization) {
  server().respond = organizationAnswers(said);
  return openAws({ region: "us-east-1", partition: "aws", roleArn: () => undefined });
}

async function trusted(answer?: StandInAnswer) {
  const aws = await open({
    ...organization,
    instead: (name) => (name === "ListAWSServiceAccessForOrganization" ? answer : undefined),
  });
  const findings = await aws.at(place, readTrustedAccess);
  return {
    found: findings.map(({ rule, detail }) => `${rule} ${detail}`),
    notKnown: aws.notKnown.map(({ permission }) => permission),
  };
}

const services = (...names: readonly string[]): StandInAnswer => ({
  body: JSON.stringify({
    EnabledServicePrincipals: names.map((ServicePrincipal) => ({ ServicePrincipal })),
  }),
});
const disabled = {
  found: ["trusted-access-disabled cloudtrail.amazonaws.com"],
  notKnown: [],
};

test("an organization where CloudTrail has trusted access has no finding, on whichever page it stands", async () => {
  expect(await trusted()).toEqual({ found: [], notKnown: [] });
});

test.each([
  ["another service alone", services("account.amazonaws.com")],
  ["no service", services()],
])("CloudTrail without trusted access is found where AWS lists %s", async (_, answer) => {
  expect(await trusted(answer)).toEqual(disabled);
});

test.each<[string, StandInAnswer]>([
  ["a denial", jsonError("AccessDeniedException", "not authorized")],
  ["an empty answer", { body: "{}" }],
  ["a service without its name", { body: '{"EnabledServicePrincipals":[{}]}' }],
])("trusted access is not known where the list is answered by %s", async (_, answer) => {
  expect(await trusted(answer)).toEqual({
    found: [],
    notKnown: ["organizations:ListAWSServiceAccessForOrganization"],
  });
});

async function scoped(said: Partial<StandInOrganization>, root?: StandInAnswer) {
  const aws = await open({
    ...organization,
    ...said,
    instead: (name) => (name === "ListRoots" ? root : undefined),
  });
  const plan = resolve(organizationWith({}));
  const scope = await liveScope(aws, {
    expected: expectationsOf(plan),
    namePrefix: plan.namePrefix,
    hub: plan.hub.place,
    trail: plan.trail.place,
    globalRegion: "us-east-1",
  });
  return { tree: scope.tree.state, notKnown: aws.notKnown.map(({ permission }) => permission) };
}

test("the configured organization is read", async () => {
  expect(await scoped({})).toEqual({ tree: "known", notKnown: [] });
});

test("fails for credentials of another organization than the configured one, in one line with the fix", async () => {
  await expect(scoped({ id: "o-zzzzzzzzzz" })).rejects.toThrow(
    /^the configuration belongs to the organization o-\w+, the AWS credentials to o-zzzzzzzzzz: name a profile .*$/u,
  );
});

test("fails where the organization has another management account than the configured one", async () => {
  const root = {
    Id: "r-ab12",
    Arn: "arn:aws:organizations::999999999999:root/o-a1b2c3d4e5/r-ab12",
    PolicyTypes: [],
  };
  await expect(scoped({}, { body: JSON.stringify({ Roots: [root] }) })).rejects.toThrow(
    /^the management account of o-a1b2c3d4e5 is 999999999999, .*correct organization.managementAccount$/u,
  );
});

test.each([
  ["no ARN", undefined],
  ["an ARN of something else", "arn:aws:organizations::111111111111:account/o-a1b2c3d4e5/1"],
])("the organization is not known where its root has %s", async (_, Arn) => {
  const root = { Id: "r-ab12", Arn, PolicyTypes: [] };
  expect(await scoped({}, { body: JSON.stringify({ Roots: [root] }) })).toEqual({
    tree: "not known",
    notKnown: ["organizations:ListRoots"],
  });
});
