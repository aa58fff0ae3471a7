import { isUnresolved } from "../../src/coverage";
import { permissionsIn } from "../../src/live/inventory/function-permissions";

const rule = "arn:aws:events:eu-central-1:222222222222:rule/signin-alerts/*";
const statement = {
  Sid: "HubRules1",
  Effect: "Allow",
  Principal: { Service: "events.amazonaws.com" },
  Action: "lambda:InvokeFunction",
  Resource: "arn:aws:lambda:eu-central-1:222222222222:function:signin-alerts",
};
const policy = (...Statement: readonly object[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement });

test("a statement is the permission that Lambda made it of", () => {
  const conditions = {
    ArnLike: { "AWS:SourceArn": rule },
    StringEquals: { "AWS:SourceAccount": "222222222222", "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
  };
  expect(permissionsIn(policy({ ...statement, Condition: conditions }))).toEqual([
    {
      statement_id: "HubRules1",
      action: "lambda:InvokeFunction",
      principal: "events.amazonaws.com",
      source_arn: rule,
      source_account: "222222222222",
      principal_org_id: "o-a1b2c3d4e5",
    },
  ]);
});

test("accounts and anybody are principals, too", () => {
  const principals = ["*", { AWS: "arn:aws:iam::333333333333:root" }];
  const found = permissionsIn(
    policy(...principals.map((each) => ({ ...statement, Principal: each }))),
  );
  expect(found.map(({ principal }) => principal)).toEqual(["*", "arn:aws:iam::333333333333:root"]);
});

test.each([
  ["a denial", policy({ ...statement, Effect: "Deny" })],
  ["more than one action", policy({ ...statement, Action: ["lambda:*", "s3:*"] })],
  [
    "a condition of another key",
    policy({ ...statement, Condition: { StringEquals: { "aws:x": "y" } } }),
  ],
  [
    "another operator",
    policy({ ...statement, Condition: { StringNotEquals: { "aws:SourceAccount": "2" } } }),
  ],
  ["no object", '{"Statement":["x"]}'],
  ["no policy", "[]"],
  ["no JSON", "{"],
])("%s is not known", (_, text) => {
  const [found = {}] = permissionsIn(text);
  expect([found["action"], found["principal"]].map(isUnresolved)).toEqual([true, true]);
});
