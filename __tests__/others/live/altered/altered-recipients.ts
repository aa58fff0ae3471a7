import { bus } from "../by-hand";
import { answersTo, attribute, element, replaced, set, stated } from "./alter";

const group = { holds: `"logGroupName"` };

/** Whom topics notify, and what becomes of the logs of the hub. */
export const alteredRecipients = [
  ...answersTo(
    "ListSubscriptionsByTopic",
    {},
    {
      "a subscription is not confirmed": [
        "subscription-unconfirmed",
        replaced(/<SubscriptionArn>[^<]*/gu, "<SubscriptionArn>PendingConfirmation"),
      ],
      "a subscription was deleted": [
        "subscription-unconfirmed",
        replaced(/<SubscriptionArn>[^<]*/gu, "<SubscriptionArn>Deleted"),
      ],
      "somebody else is subscribed": [
        "recipient-not-subscribed",
        replaced("security@example.com", "other@example.com"),
      ],
    },
  ),
  ...answersTo(
    "GetSubscriptionAttributes",
    {},
    {
      "a subscription is suspended": [
        "subscription-unconfirmed",
        attribute("PendingConfirmation", "true"),
      ],
      "a subscription filters the body": [
        "not-analyzed-setting",
        (body) =>
          attribute(
            "FilterPolicyScope",
            "MessageBody",
          )(attribute("FilterPolicy", '{"detail":["x"]}')(body)),
      ],
      "a subscription filters an empty body": [
        "not-analyzed-setting",
        (body) =>
          attribute("FilterPolicyScope", "MessageBody")(attribute("FilterPolicy", "{}")(body)),
      ],
      "a subscription filters by nothing": [
        "",
        (body) =>
          attribute(
            "FilterPolicyScope",
            "MessageAttributes",
          )(attribute("FilterPolicy", "{}")(body)),
      ],
      "a subscription filters what lacks an attribute": [
        "not-analyzed-setting",
        attribute("FilterPolicy", '{"x":[{"exists":false}]}'),
      ],
      "a subscription replays": [
        "not-analyzed-setting",
        attribute("ReplayPolicy", '{"PointType":"Timestamp"}'),
      ],
      "mail is delivered raw": ["value-invalid", attribute("RawMessageDelivery", "true")],
      "a subscription keeps what it cannot deliver": [
        "",
        attribute(
          "RedrivePolicy",
          '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:222222222222:x"}',
        ),
      ],
    },
  ),
  ...answersTo(
    "GetTopicAttributes",
    { holds: `:${bus}</value>` },
    {
      "a topic delivers slowly": [
        "not-analyzed-setting",
        attribute(
          "DeliveryPolicy",
          '{"http":{"defaultThrottlePolicy":{"maxReceivesPerSecond":1}}}',
        ),
      ],
      "a topic has another name to show": ["", attribute("DisplayName", "Alerts")],
      "a topic is encrypted with a key of AWS": [
        "key",
        attribute("KmsMasterKeyId", "alias/aws/sns"),
      ],
      "a topic's policy allows nobody more": [
        "",
        element(
          "<key>Policy</key><value>",
          stated({ Effect: "Deny", Principal: "*", Action: "sns:DeleteTopic", Resource: "*" }),
        ),
      ],
    },
  ),
  ...answersTo("DescribeLogGroups", group, {
    "a log group of the hub keeps a day": [
      "bus-logs-too-short",
      set("logGroups.0", { retentionInDays: 1 }),
    ],
  }),
  ...answersTo(
    "DescribeResourcePolicies",
    {},
    {
      "no service may write to log groups": [
        "resource-policy-denies",
        set("", { resourcePolicies: [] }),
      ],
    },
  ),
  ...answersTo(
    "DescribeDeliverySources",
    {},
    {
      "no logs are taken from the event bus": [
        "bus-logs-missing",
        set("", { deliverySources: [] }),
      ],
    },
  ),
];
