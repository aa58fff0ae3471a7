import { bus } from "../by-hand";
import { answersTo, ofAlarm, ofManagement, replaced, set, stated } from "./alter";

const trail = (values: Readonly<Record<string, unknown>>) => set("trailList.0", values);
const narrowed = (Field: string, values: object) =>
  set("AdvancedEventSelectors.0", {
    FieldSelectors: [
      { Field: "eventCategory", Equals: ["Management"] },
      { Field: "readOnly", Equals: ["false"] },
      { Field, ...values },
    ],
  });
const basic = (values: object) =>
  set("", {
    AdvancedEventSelectors: [],
    EventSelectors: [{ ReadWriteType: "All", IncludeManagementEvents: true, ...values }],
  });

/** What is recorded, and what watches the path. */
export const alteredTrail = [
  ...answersTo("DescribeTrails", ofManagement, {
    "the trail is of one account": [
      "trail-records-too-little",
      trail({ IsOrganizationTrail: false }),
    ],
    "the trail leaves global services out": [
      "trail-records-too-little",
      trail({ IncludeGlobalServiceEvents: false }),
    ],
    "the trail writes to no log group": [
      "log-group-unwritten",
      trail({ CloudWatchLogsLogGroupArn: undefined, CloudWatchLogsRoleArn: undefined }),
    ],
    "the trail writes below a prefix": ["not-analyzed-setting", trail({ S3KeyPrefix: "x" })],
    "the trail is gone": ["trail", set("", { trailList: [] })],
    "the trail has insights": ["", trail({ HasInsightSelectors: true })],
  }),
  ...answersTo("GetTrailStatus", ofManagement, {
    "the trail cannot write log files": [
      "trail-delivery-failing",
      set("", { LatestDeliveryError: "NoSuchBucket" }),
    ],
    "the trail cannot write log events": [
      "trail-delivery-failing",
      set("", { LatestCloudWatchLogsDeliveryError: "AccessDenied" }),
    ],
  }),
  ...answersTo("GetEventSelectors", ofManagement, {
    "the trail leaves sign-ins out by their service": [
      "selectors",
      narrowed("eventSource", { NotEquals: ["signin.amazonaws.com"] }),
    ],
    "the trail leaves the console out": [
      "selectors",
      narrowed("sessionCredentialFromConsole", { NotEquals: ["true"] }),
    ],
    "the trail leaves a user out": [
      "selectors",
      narrowed("userIdentity.arn", { NotStartsWith: ["arn:aws:iam::111111111111:root"] }),
    ],
    "the trail leaves a type of events out": [
      "selectors",
      narrowed("eventType", { NotEquals: ["AwsConsoleSignIn"] }),
    ],
    "the trail leaves errors out": [
      "selectors",
      narrowed("errorCode", { NotEquals: ["AccessDenied"] }),
    ],
    "the trail records no management events": [
      "trail-selector-mismatch",
      basic({ IncludeManagementEvents: false }),
    ],
    "the trail records what is read": [
      "trail-selector-mismatch",
      basic({ ReadWriteType: "ReadOnly" }),
    ],
    "the trail records no dead letters": ["dead-letter-messages-unrecorded", basic({})],
  }),
  ...answersTo("GetBucketPolicy", ofManagement, {
    "the bucket denies log files": [
      "trail-bucket-policy-denies",
      stated({ Effect: "Deny", Principal: "*", Action: "s3:PutObject", Resource: "*" }),
    ],
    "the bucket takes log files of another trail": [
      "trail-bucket-policy-denies",
      replaced(`trail/${bus}`, "trail/other"),
    ],
    "the bucket takes no log files of the organization": [
      "trail-bucket-policy-denies",
      replaced("AWSLogs/o-", "AWSLogs/x-"),
    ],
  }),
  ...answersTo("DescribeMetricFilters", ofManagement, {
    "a metric filter is of one account": [
      "not-analyzed-setting",
      set("metricFilters.0", { fieldSelectionCriteria: '@aws.account = "999999999999"' }),
    ],
    "a metric filter reads transformed log events": [
      "not-analyzed-setting",
      set("metricFilters.0", { applyOnTransformedLogs: true }),
    ],
    "a metric filter reads log events as they are": [
      "",
      set("metricFilters.0", { applyOnTransformedLogs: false }),
    ],
    "a metric filter splits its metric": [
      "not-analyzed-setting",
      set("metricFilters.0", { emitSystemFieldDimensions: ["@aws.account"] }),
    ],
    "a metric filter counts nothing": [
      "guard-differs",
      set("metricFilters.0.metricTransformations.0", { metricValue: "0" }),
    ],
  }),
  ...answersTo("DescribeLogGroups", ofManagement, {
    "a log group of another class": [
      "log",
      set("logGroups.0", { logGroupClass: "INFREQUENT_ACCESS" }),
    ],
    "a log group masks what it holds": [
      "not-analyzed-resource",
      set("logGroups.0", { dataProtectionStatus: "ACTIVATED" }),
    ],
    "an account masks what its log groups hold": [
      "not-analyzed-resource",
      set("logGroups.0", { inheritedProperties: ["ACCOUNT_DATA_PROTECTION"] }),
    ],
    "a log group masks nothing any more": [
      "",
      set("logGroups.0", { dataProtectionStatus: "DISABLED" }),
    ],
  }),
  ...answersTo(
    "DescribeAlarms",
    {},
    {
      "an alarm is raised late": [
        "guard-differs",
        ofAlarm("hub-lost", replaced(/<Threshold>[^<]*/gu, "<Threshold>1000")),
      ],
      "an alarm is raised by less": [
        "guard-differs",
        ofAlarm(
          "hub-lost",
          replaced(/<ComparisonOperator>[^<]*/gu, "<ComparisonOperator>LessThanThreshold"),
        ),
      ],
      "an alarm keeps its state without data": [
        "guard-differs",
        ofAlarm("hub-lost", replaced(/<TreatMissingData>[^<]*/gu, "<TreatMissingData>ignore")),
      ],
      "an alarm looks at a day": [
        "guard-differs",
        ofAlarm("hub-dead-letters", replaced(/<Period>[^<]*/gu, "<Period>86400")),
      ],
      "an alarm looks at the least": [
        "guard-differs",
        ofAlarm("hub-dead-letters", replaced(/<Statistic>[^<]*/gu, "<Statistic>Minimum")),
      ],
      "an alarm looks at another metric": [
        "guard-differs",
        ofAlarm("hub-dead-letters", replaced(/<MetricName>[^<]*/gu, "<MetricName>Nothing")),
      ],
      "an alarm is evaluated ten times": [
        "guard-differs",
        ofAlarm(
          "hub-dead-letters",
          replaced(/<EvaluationPeriods>[^<]*/gu, "<EvaluationPeriods>10"),
        ),
      ],
      "an alarm's actions are off": [
        "alarm-without-action",
        ofAlarm("hub-dead-letters", replaced("<ActionsEnabled>true", "<ActionsEnabled>false")),
      ],
      "an alarm cannot be evaluated": [
        "alarm-without-data",
        ofAlarm(
          "hub-dead-letters",
          replaced(
            "<StateValue>OK</StateValue>",
            "<StateValue>OK</StateValue><EvaluationState>EVALUATION_FAILURE</EvaluationState>",
          ),
        ),
      ],
      "an alarm invokes a function as well": [
        "",
        ofAlarm(
          "hub-dead-letters",
          replaced(
            "<AlarmActions>",
            "<AlarmActions><member>arn:aws:lambda:us-east-1:222222222222:function:x</member>",
          ),
        ),
      ],
    },
  ),
];
