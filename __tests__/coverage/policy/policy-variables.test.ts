import {
  allowsUnder,
  decide,
  doubtOf,
  policyOf,
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

test("a variable stands for the value that the request has for its key", () => {
  const own = { StringEquals: { "aws:SourceAccount": "${aws:ResourceAccount}" } };
  const ids = { "aws:SourceAccount": "1", "aws:ResourceAccount": "1" };
  expect(allowsUnder(own, ids)).toBe(true);
  expect(allowsUnder(own, { ...ids, "aws:ResourceAccount": "2" })).toBe(false);
});

test("a variable in a resource stands for the value too", () => {
  const policy = policyOf(
    topicStatement({ Resource: TOPIC.replace("signin", "${aws:SourceOwner}") }),
  );
  const asked = (owner: string): string =>
    decide(policy, publishRequest({ context: { "aws:SourceOwner": owner } })).effect;
  expect(asked("signin")).toBe("allow");
  expect(asked("other")).toBe("implicit-deny");
});

test.each([
  ["has no value that is known", { "aws:SourceIp": { sent: "always" } }],
  ["may be absent", { "aws:SourceIp": { sent: "perhaps", oneOf: ["1"] } }],
  ["has a wildcard in its value", { "aws:SourceIp": "*" }],
] as const)("what a variable stands for is open where its key %s", (_, context) => {
  const condition = { StringEquals: { "aws:SourceAccount": "${aws:SourceIp}" } };
  expect(allowsUnder(condition, { "aws:SourceAccount": "1", ...context })).toBeUndefined();
});

test("the text after a comma stands for a key that is absent", () => {
  const condition = { StringEquals: { "aws:SourceAccount": "${aws:SourceOwner, '1'}" } };
  expect(allowsUnder(condition, { "aws:SourceAccount": "1" })).toBe(true);
});

test.each([
  [
    "Terraform's own escape, which had to be undone before",
    "$${aws:PrincipalAccount}",
    /Terraform/,
  ],
  ["a variable that is not closed", "${aws:PrincipalAccount", /must use policy variables/],
])("nothing is known of %s", (_, value, expected) => {
  const request = publishRequest({ context: { "aws:SourceAccount": "1" } });
  expect(doubtOf(wanting(value), request)).toMatch(expected);
});

test("nothing is known of an escape before Version 2012-10-17, where it is none", () => {
  const request = publishRequest({ context: { "aws:SourceAccount": "1" } });
  const policy = { ...wanting("${*}"), Version: "2008-10-17" };
  expect(doubtOf(policy, request)).toMatch(/has no meaning before Version 2012-10-17/);
});
