import { bus, HUB } from "../by-hand";
import { answersTo, inText, ofManagement, policyOf, replaced, set } from "./alter";

const deny = { Effect: "Deny", Principal: "*", Resource: "*" };
const allow = { Effect: "Allow", Action: "*", Resource: "*" };
const content = (...statements: readonly object[]) =>
  inText("Policy", "Content", policyOf(...statements));

/** What AWS Organizations says. */
export const alteredOrganization = [
  ...answersTo(
    "DescribePolicy",
    { ...ofManagement, holds: "p-FullAWSAccess" },
    {
      "a service control policy allows other services": [
        "service-control-policy-denies",
        content({ ...allow, Action: "s3:*" }),
      ],
      "a service control policy denies all but IAM": [
        "service-control-policy-denies",
        content(allow, { Effect: "Deny", NotAction: "iam:*", Resource: "*" }),
      ],
      "a service control policy denies another spelling": [
        "service-control-policy-denies",
        content(allow, { Effect: "Deny", Action: "EVENTS:putEvents", Resource: "*" }),
      ],
      "a service control policy denies all but a resource": [
        "service-control-policy-denies",
        content(allow, {
          Effect: "Deny",
          Action: "events:*",
          NotResource: "arn:aws:events:*:*:event-bus/default",
        }),
      ],
      "a service control policy asks for a tag of the principal": [
        "policy",
        content(allow, {
          Effect: "Deny",
          Action: "*",
          Resource: "*",
          Condition: { StringNotEquals: { "aws:PrincipalTag/team": "security" } },
        }),
      ],
      "a service control policy leaves the roles out": [
        "",
        content(allow, {
          Effect: "Deny",
          Action: "events:*",
          Resource: "*",
          Condition: { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::*:role/${bus}-*` } },
        }),
      ],
      "a service control policy denies other regions": [
        "",
        content(allow, {
          Effect: "Deny",
          NotAction: ["iam:*", "sts:*"],
          Resource: "*",
          Condition: { StringNotEquals: { "aws:RequestedRegion": "us-east-1" } },
        }),
      ],
      "a service control policy is half a policy": ["policy", set("Policy", { Content: "{" })],
    },
  ),
  ...answersTo(
    "DescribePolicy",
    { ...ofManagement, holds: "p-RCPFullAWSAccess" },
    {
      "a resource control policy denies a key": [
        "resource-control-policy-denies",
        content({ ...allow, Principal: "*" }, { ...deny, Action: "kms:*" }),
      ],
      "a resource control policy asks for another organization of the source": [
        "resource-control-policy-denies",
        content(
          { ...allow, Principal: "*" },
          {
            ...deny,
            Action: "sqs:*",
            Condition: { StringNotEqualsIfExists: { "aws:SourceOrgID": "o-zzzzzzzzzz" } },
          },
        ),
      ],
      "a resource control policy leaves services of AWS out": [
        "",
        content(
          { ...allow, Principal: "*" },
          {
            ...deny,
            Action: ["sqs:*", "kms:*", "s3:*"],
            Condition: {
              BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
              StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
            },
          },
        ),
      ],
    },
  ),
  ...answersTo("ListAWSServiceAccessForOrganization", ofManagement, {
    "CloudTrail has no trusted access": [
      "trusted-access-disabled",
      set("", { EnabledServicePrincipals: [] }),
    ],
  }),
  ...answersTo("ListAccountsForParent", ofManagement, {
    "the hub's account left the organization": ["live-not-known", replaced(HUB, "999999999999")],
  }),
];
