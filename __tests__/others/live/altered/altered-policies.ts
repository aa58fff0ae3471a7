import { bus } from "../by-hand";
import { answersTo, element, inText, ofManagement, policyOf, replaced, set, stated } from "./alter";

const deny = { Effect: "Deny", Principal: "*", Resource: "*" };
const forwardRole = { ...ofManagement, holds: `>${bus}-forward<` };
const trust = (alter: (policy: string) => string) =>
  element("<AssumeRolePolicyDocument>", alter, true);
const trusting = (Condition: object) =>
  trust(
    policyOf({
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { Service: "events.amazonaws.com" },
      Condition,
    }),
  );
const permission = (alter: (policy: string) => string) => element("<PolicyDocument>", alter, true);
const boundary =
  "<PermissionsBoundary><PermissionsBoundaryType>Policy</PermissionsBoundaryType><PermissionsBoundaryArn>arn:aws:iam::aws:policy/ReadOnlyAccess</PermissionsBoundaryArn></PermissionsBoundary>";
const attached =
  "<member><PolicyName>AWSDenyAll</PolicyName><PolicyArn>arn:aws:iam::aws:policy/AWSDenyAll</PolicyArn></member>";
/** Who may do what, along the path. */
export const alteredPolicies = [
  ...answersTo("GetRole", forwardRole, {
    "a role trusts events of another account": [
      "role-trust-denies",
      trusting({ StringEquals: { "aws:SourceAccount": "999999999999" } }),
    ],
    "a role trusts rules of another region": [
      "role-trust-denies",
      trusting({ ArnLike: { "aws:SourceArn": "arn:aws:events:eu-west-1:*:rule/*" } }),
    ],
    "a role was trusted until a day": [
      "not-analyzed-policy",
      trusting({ DateLessThan: { "aws:CurrentTime": "2026-01-01T00:00:00Z" } }),
    ],
    "a role has a boundary": ["boundary", replaced("<RoleLastUsed/>", boundary)],
  }),
  ...answersTo("ListAttachedRolePolicies", ofManagement, {
    "a policy is attached to a role": [
      "policy",
      replaced("<AttachedPolicies/>", `<AttachedPolicies>${attached}</AttachedPolicies>`),
    ],
  }),
  ...answersTo(
    "GetRolePolicy",
    { ...ofManagement, holds: "put-events-on-hub" },
    {
      "a role may send to another event bus": [
        "role-permission-denies",
        permission(replaced(`event-bus/${bus}`, "event-bus/other")),
      ],
      "a role may do something that does not exist": [
        "role-permission-denies",
        permission(replaced("events:PutEvents", "events:PutEvent")),
      ],
      "a role is denied other regions than one": [
        "role-permission-denies",
        permission(
          stated({
            Effect: "Deny",
            Action: "*",
            Resource: "*",
            Condition: { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } },
          }),
        ),
      ],
    },
  ),
  ...answersTo(
    "GetTopicAttributes",
    { holds: `:${bus}</value>` },
    {
      "a topic denies what does not come from another rule": [
        "resource-policy-denies",
        element(
          "<key>Policy</key><value>",
          stated({
            ...deny,
            Action: "sns:Publish",
            Condition: { ArnNotLike: { "aws:SourceArn": "arn:aws:events:*:*:rule/other/*" } },
          }),
        ),
      ],
      "a topic denies all but one action": [
        "resource-policy-denies",
        element(
          "<key>Policy</key><value>",
          stated({
            Effect: "Deny",
            Principal: "*",
            Resource: "*",
            NotAction: "sns:GetTopicAttributes",
          }),
        ),
      ],
    },
  ),
  ...answersTo(
    "GetKeyPolicy",
    {},
    {
      "a key denies data keys": [
        "key-policy-denies",
        inText("", "Policy", stated({ ...deny, Action: "kms:GenerateDataKey*" })),
      ],
      "a key may not be used to decrypt": [
        "key-policy-denies",
        inText("", "Policy", replaced('"kms:Decrypt"', '"kms:DescribeKey"')),
      ],
    },
  ),
  ...answersTo(
    "DescribeKey",
    {},
    {
      "a key waits for its material": [
        "key-disabled",
        set("KeyMetadata", { KeyState: "PendingImport" }),
      ],
      "a key is not to be reached": [
        "key-disabled",
        set("KeyMetadata", { KeyState: "Unavailable" }),
      ],
      "a key is asymmetric": ["not-analyzed-setting", set("KeyMetadata", { KeySpec: "RSA_2048" })],
      "a key is in a key store of its own": [
        "not-analyzed-setting",
        set("KeyMetadata", { CustomKeyStoreId: "cks-1" }),
      ],
      "a key is of several regions": ["", set("KeyMetadata", { MultiRegion: true })],
    },
  ),
  ...answersTo("GetQueueAttributes", ofManagement, {
    "a queue has no policy": ["resource-policy-denies", set("Attributes", { Policy: undefined })],
    "a queue keeps messages of another rule": [
      "resource-policy-denies",
      replaced(`rule/${bus}-forward`, "rule/other"),
    ],
    "a queue is encrypted with a key of AWS": [
      "key",
      set("Attributes", { KmsMasterKeyId: "alias/aws/sqs", SqsManagedSseEnabled: "false" }),
    ],
    "a queue hands messages out late": [
      "dead-letter-queue-settings",
      set("Attributes", { DelaySeconds: "900" }),
    ],
    "a queue takes small messages": [
      "dead-letter-queue-settings",
      set("Attributes", { MaximumMessageSize: "1024" }),
    ],
    "messages are in flight in a queue": [
      "dead-letter-messages-waiting",
      set("Attributes", { ApproximateNumberOfMessagesNotVisible: "3" }),
    ],
    "the number of messages is none": [
      "live-not-known",
      set("Attributes", { ApproximateNumberOfMessages: "many" }),
    ],
  }),
];
