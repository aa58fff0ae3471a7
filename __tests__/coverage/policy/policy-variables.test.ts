import {
  allowsUnder,
  decide,
  policyOf,
  problemsOf,
  publishRequest,
  topicStatement,
  TOPIC,
} from "./sample-policies";

const wanting = (value: string): object =>
  policyOf(topicStatement({ Condition: { StringLike: { "aws:SourceAccount": value } } }));

test("an escaped wildcard is the character itself", () => {
  const condition = { StringLike: { "aws:SourceOwner": "a${*}b${?}c${$}" } };
  expect(allowsUnder(condition, { "aws:SourceOwner": "a*b?c$" })).toBe(true);
  expect(allowsUnder(condition, { "aws:SourceOwner": "aXb?c$" })).toBe(false);
});

test("an escaped wildcard in a resource matches no other character", () => {
  const policy = policyOf(topicStatement({ Resource: `${TOPIC}\${?}` }));
  expect(decide(policy, publishRequest({ resource: `${TOPIC}x` })).effect).toBe("implicit-deny");
});

test("fails on a policy variable, wherever it stands", () => {
  expect(problemsOf(wanting("${aws:PrincipalAccount}"))).toEqual([
    expect.stringMatching(/SourceAccount: policy variables are not supported/),
  ]);
  expect(
    problemsOf(policyOf(topicStatement({ Resource: "arn:aws:sns:::${aws:username}" }))),
  ).toEqual([expect.stringMatching(/Resource: policy variables are not supported/)]);
});

test("fails on Terraform's own escape, which had to be undone before", () => {
  expect(problemsOf(wanting("$${aws:PrincipalAccount}"))).toEqual([
    expect.stringMatching(/Terraform's escape/),
  ]);
});

test("fails on an escape before Version 2012-10-17, where it is none", () => {
  expect(problemsOf({ ...wanting("${*}"), Version: "2008-10-17" })).toEqual([
    expect.stringMatching(/has no meaning before Version 2012-10-17/),
  ]);
});
