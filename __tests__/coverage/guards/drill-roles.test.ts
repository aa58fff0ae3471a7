import { findingRules, type RuleId } from "../../../src/coverage";
import { expectationsOf, resolve } from "../../../src/plan";
import { after, foundIn, type Change } from "../every-rule/raise";
import { HUB, organizationWith, smallOrganization, stacksOf } from "../small-organization";
import {
  drillRoles,
  foundWithDrills,
  PRINCIPAL,
  principal,
  trusting,
  withDrills,
} from "./drill-organization";

const found = (stacks = withDrills) =>
  foundWithDrills(stacks).map(({ rule, detail }) => [rule, detail] as const);

const without = (asked: string) =>
  trusting((statement) => {
    const { StringEquals = {} } = statement.Condition ?? {};
    const kept = Object.entries(StringEquals).filter(([key]) => key !== asked);
    return { ...statement, Condition: { StringEquals: Object.fromEntries(kept) } };
  });

/** A statement beside that of the role. */
const beside = (added: Record<string, unknown>) =>
  trusting((statement) => [
    statement,
    { Effect: "Allow", Action: "sts:AssumeRole", Condition: statement.Condition, ...added },
  ]);

test("the roles that are generated have no finding, with a path and without an external id either", () => {
  expect(found()).toEqual([]);
  const replaced = {
    drill: { trustedPrincipals: [PRINCIPAL, `arn:aws:iam::${HUB}:root`] },
    createdRoles: { path: "/security/" },
  };
  const expected = expectationsOf(resolve(organizationWith(replaced)));
  expect(foundIn(stacksOf(replaced), expected)).toEqual([]);
});

test.each<[string, Change]>([
  ["has a tag", { tags: { team: "security" } }],
  ["denies one more", beside({ Effect: "Deny", Principal: { AWS: `arn:aws:iam::${HUB}:role/x` } })],
  [
    "names its principals by a condition",
    trusting((statement) => ({
      ...statement,
      Principal: "*",
      Condition: {
        StringEquals: {
          ...statement.Condition?.["StringEquals"],
          "aws:PrincipalArn": PRINCIPAL,
        },
      },
    })),
  ],
])("a role that %s is as good", (_, change) => {
  expect(found(drillRoles(change))).toEqual([]);
});

const open = "drill-role-open";
const denies = "drill-role-denies";
test.each<[string, Change, RuleId, RegExp]>([
  ["is gone", undefined, "drill-role-missing", /role\/signin-alerts-drill$/],
  ["has a path", { path: "/other/" }, "drill-role-missing", /role\/signin-alerts-drill$/],
  ["lets anybody in", principal("*"), open, /^any account$/],
  ["lets anybody in by an object", principal({ AWS: "*" }), open, /^any account$/],
  ["lets the whole account in", principal({ AWS: HUB }), open, /^account 222222222222$/],
  [
    "lets another role in",
    principal({ AWS: [PRINCIPAL, `arn:aws:iam::${HUB}:role/other`] }),
    open,
    /role\/other$/,
  ],
  [
    "lets a foreign account in without a condition",
    beside({ Principal: { AWS: "999999999999" }, Condition: {} }),
    open,
    /^account 999999999999$/,
  ],
  [
    "lets a service in",
    beside({ Principal: { Service: "lambda.amazonaws.com" } }),
    open,
    /^lambda\.amazonaws\.com$/,
  ],
  [
    "lets an identity provider in",
    beside({
      Principal: { Federated: `arn:aws:iam::${HUB}:saml-provider/corporate` },
      Action: "sts:AssumeRoleWithSAML",
    }),
    open,
    /saml-provider/,
  ],
  [
    "lets all but one in",
    trusting((statement) => ({
      ...statement,
      Principal: undefined,
      NotPrincipal: { AWS: PRINCIPAL },
    })),
    "not-analyzed-policy",
    /role\/any, NotPrincipal/,
  ],
  [
    "asks for no organization",
    without("aws:PrincipalOrgID"),
    open,
    /from outside of the organization$/,
  ],
  [
    "asks for the organization of those who have one",
    trusting((statement) => ({
      ...statement,
      Condition: {
        StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
        StringEquals: { "sts:ExternalId": "drill-4b1d7c2e" },
      },
    })),
    open,
    /from outside of the organization$/,
  ],
  ["asks for no external id", without("sts:ExternalId"), open, /without the external id$/],
  ["trusts somebody else", principal({ AWS: `arn:aws:iam::${HUB}:role/other` }), denies, /./],
  [
    "asks for another external id",
    trusting((statement) => ({
      ...statement,
      Condition: { StringEquals: { "sts:ExternalId": "other" } },
    })),
    denies,
    /./,
  ],
  [
    "denies whom it should trust",
    beside({ Effect: "Deny", Principal: { AWS: PRINCIPAL } }),
    denies,
    /./,
  ],
  ["may be assumed by nothing", { assume_role_policy: "no JSON" }, "not-analyzed-policy", /./],
  [
    "has a managed policy",
    { managed_policy_arns: ["arn:aws:iam::aws:policy/AdministratorAccess"] },
    "drill-role-permissions",
    /^an attached managed policy$/,
  ],
  [
    "has an inline policy",
    {
      inline_policy: [
        {
          name: "all",
          policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{ Sid: "All", Effect: "Allow", Action: "*", Resource: "*" }],
          }),
        },
      ],
    },
    "drill-role-permissions",
    /^statement All$/,
  ],
])("a role of drills that %s is found in each account", (_, change, rule, detail) => {
  const said = found(drillRoles(change)).filter(([id, text]) => id === rule && detail.test(text));
  expect(said).toHaveLength(smallOrganization.accounts.length);
});

test.each<[string, Record<string, unknown>, string]>([
  ["may not be there", { count: "${var.x}" }, "value-unknown"],
  ["keeps an older trust", { lifecycle: { ignore_changes: "all" } }, "not-analyzed-setting"],
])("a role of drills that %s is not taken for what is written", (_, body, rule) => {
  expect(found(drillRoles(body as Change)).map(([id]) => id)).toContain(rule);
});

test("a role of drills in AWS GovCloud (US) is open to roles of its partition that a condition lets in", () => {
  const region = "us-gov-west-1";
  const replaced = {
    drill: { trustedPrincipals: [`arn:aws-us-gov:iam::${HUB}:root`] },
    hub: { account: HUB, region },
    regions: [region],
    acceptMissingRegions: [],
  };
  const expected = expectationsOf(resolve(organizationWith(replaced)));
  const stacks = stacksOf(replaced);
  expect(foundIn(stacks, expected)).toEqual([]);
  const open = trusting((statement) => ({
    ...statement,
    Principal: "*",
    Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws-us-gov:iam::*:role/*" } },
  }));
  const found = foundIn(after("aws_iam_role", /drill/, open, stacks), expected);
  expect(found.map(({ rule, detail }) => [rule, detail])).toContainEqual([
    "drill-role-open",
    "any account",
  ]);
});

test("nothing is asked of roles of drills where the configuration has none", () => {
  expect(foundIn(withDrills, expectationsOf(resolve(smallOrganization)))).toEqual([]);
});

test.each([
  ["drill-role-missing", "warning"],
  ["drill-role-denies", "warning"],
  ["drill-role-open", "error"],
  ["drill-role-permissions", "error"],
] as const)("%s is of severity %s", (rule, severity) => {
  expect(findingRules[rule].severity).toBe(severity);
});
