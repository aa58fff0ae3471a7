import type { RequestPrincipal } from "../../../src/coverage/policy";
import {
  decide,
  HUB,
  MEMBER,
  policyOf,
  problemsOf,
  publishRequest,
  topicStatement,
} from "./sample-policies";

const EVENTBRIDGE = { service: "events.amazonaws.com" };
const ROLE = `arn:aws:iam::${MEMBER}:role/forwarder`;

function allows(Principal: unknown, principal: RequestPrincipal): boolean {
  const policy = policyOf(topicStatement({ Principal }));
  return decide(policy, publishRequest({ principal })).effect === "allow";
}

test.each([["*"], [{ AWS: "*" }]])(
  "%j is everyone: accounts, roles and AWS services",
  (everyone) => {
    expect(allows(everyone, { account: MEMBER })).toBe(true);
    expect(allows(everyone, { account: MEMBER, arn: ROLE })).toBe(true);
    expect(allows(everyone, EVENTBRIDGE)).toBe(true);
  },
);

test("a service is only itself", () => {
  expect(allows({ Service: "events.amazonaws.com" }, EVENTBRIDGE)).toBe(true);
  expect(allows({ Service: "sns.amazonaws.com" }, EVENTBRIDGE)).toBe(false);
  expect(allows({ Service: "events.amazonaws.com" }, { account: MEMBER })).toBe(false);
  expect(allows({ AWS: MEMBER }, EVENTBRIDGE)).toBe(false);
});

test.each([[MEMBER], [`arn:aws:iam::${MEMBER}:root`]])(
  "%s is everybody of the account and nobody else",
  (account) => {
    expect(allows({ AWS: account }, { account: MEMBER })).toBe(true);
    expect(allows({ AWS: account }, { account: MEMBER, arn: ROLE })).toBe(true);
    expect(allows({ AWS: account }, { account: HUB })).toBe(false);
  },
);

test("an account of another partition than the resource is nobody", () => {
  expect(allows({ AWS: `arn:aws-cn:iam::${MEMBER}:root` }, { account: MEMBER })).toBe(false);
  const policy = policyOf(
    topicStatement({ Principal: { AWS: `arn:aws-us-gov:iam::${MEMBER}:root` }, Resource: "*" }),
  );
  const resource = `arn:aws-us-gov:sns:us-gov-west-1:${HUB}:signin-alerts`;
  const request = publishRequest({ principal: { account: MEMBER }, resource });
  expect(decide(policy, request).effect).toBe("allow");
});

test("a role is only itself, not its account", () => {
  expect(allows({ AWS: ROLE }, { account: MEMBER, arn: ROLE })).toBe(true);
  expect(allows({ AWS: ROLE }, { account: MEMBER, arn: `${ROLE}-2` })).toBe(false);
  expect(allows({ AWS: ROLE }, { account: MEMBER })).toBe(false);
});

test("one of several principals is enough", () => {
  const several = { AWS: [HUB, MEMBER], Service: ["events.amazonaws.com", "sns.amazonaws.com"] };
  expect(allows(several, EVENTBRIDGE)).toBe(true);
  expect(allows(several, { account: MEMBER })).toBe(true);
});

test("the statement of an identity policy applies to whoever it is attached to", () => {
  const statement = { Effect: "Allow", Action: "sns:Publish", Resource: "*" };
  expect(decide(policyOf(statement), publishRequest(), "identity").effect).toBe("allow");
});

test.each([
  ["part of an ARN", { AWS: `arn:aws:iam::${MEMBER}:role/*` }],
  ["an unknown partition", { AWS: `arn:aws-moon:iam::${MEMBER}:root` }],
  ["every service", { Service: "*" }],
  ["nobody", {}],
  ["an empty list", { AWS: [] }],
  ["a bare account id", MEMBER],
])("fails on %s as a principal", (_, Principal) => {
  expect(problemsOf(policyOf(topicStatement({ Principal })))).toEqual([
    expect.stringMatching(/^Statement\[0\]\.Principal/),
  ]);
});

describe("a principal that is named in a form which is not resolved", () => {
  const effect = (Principal: unknown, principal: RequestPrincipal): string =>
    decide(policyOf(topicStatement({ Principal })), publishRequest({ principal })).effect;

  test.each([
    ["a canonical user", { CanonicalUser: "79a5" }],
    ["a session", { AWS: `arn:aws:sts::${MEMBER}:assumed-role/forwarder/session` }],
    ["a unique id", { AWS: "AROAEXAMPLE" }],
  ])("%s is no service, and may be one of an account", (_, Principal) => {
    expect(effect(Principal, EVENTBRIDGE)).toBe("implicit-deny");
    expect(effect(Principal, { account: MEMBER })).toBe("unknown");
  });

  test("somebody of an identity provider is neither", () => {
    const federated = { Federated: "accounts.google.com" };
    expect(effect(federated, EVENTBRIDGE)).toBe("implicit-deny");
    expect(effect(federated, { account: MEMBER })).toBe("implicit-deny");
  });
});

test("NotPrincipal means every service but those that it names, and is open for accounts", () => {
  const statement = { Effect: "Deny", Action: "sns:Publish", Resource: "*" };
  const denies = (NotPrincipal: unknown, principal: RequestPrincipal): string =>
    decide(
      policyOf(topicStatement(), { ...statement, NotPrincipal }),
      publishRequest({ principal }),
    ).effect;
  expect(denies({ Service: "events.amazonaws.com" }, EVENTBRIDGE)).toBe("allow");
  expect(denies({ Service: "sns.amazonaws.com" }, EVENTBRIDGE)).toBe("deny");
  expect(denies({ AWS: MEMBER }, { account: MEMBER })).toBe("unknown");
});
