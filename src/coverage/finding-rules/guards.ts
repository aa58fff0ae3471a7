import { awsPage, error, type FindingRules, warning } from "./rule";

const queues = awsPage("eventbridge/latest/userguide/eb-rule-dlq.html");
const alarms = "docs/operations.md#alarms";
const heartbeats = "docs/operations.md#which-region-is-silent";
const logPermissions = awsPage(
  "eventbridge/latest/userguide/eb-use-resource-based.html#eb-cloudwatchlogs-permissions",
);

/** What is missing of that which keeps undelivered events and watches the path. */
export const guardRules = {
  "dead-letter-queue-missing": error({
    title: "The target has no dead-letter queue",
    text: "Events that cannot be delivered are lost.",
    fix: "Set dead_letter_config to a queue in the account and region of the rule.",
    page: queues,
  }),
  "dead-letter-queue-fifo": error({
    title: "The dead-letter queue is a FIFO queue",
    text: "EventBridge cannot keep undelivered events in a FIFO queue: they are lost.",
    fix: "Use a standard queue.",
    page: queues,
  }),
  "dead-letter-queue-policy-denies": error({
    title: "The policy of the dead-letter queue does not let the rule send",
    text: "EventBridge is refused where it keeps what it cannot deliver: those events are lost.",
    fix: "Allow sqs:SendMessage for events.amazonaws.com and the ARN of the rule.",
    page: awsPage("eventbridge/latest/userguide/eb-rule-dlq.html#eb-dlq-perms"),
  }),
  "dead-letter-queue-settings": error({
    title: "The dead-letter queue keeps messages too short, too small or too late",
    text: "Dead-letter messages are lost before someone reads them, or the alarm comes late.",
    fix: "Set the attribute to what the detail names.",
    page: awsPage("AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html"),
  }),
  "dead-letter-messages-unrecorded": error({
    title: "No trail records what is sent to the dead-letter queues",
    text: "The alarm on them sees nothing.",
    fix: "Add an advanced event selector for SendMessage to the queues.",
    page: awsPage(
      "AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-logging-using-cloudtrail.html",
    ),
  }),
  "retry-differs": error({
    title: "Delivery is not retried as it should be",
    text: "What is out of reach for some time loses events that it would have got.",
    fix: "Set the argument to what the detail names.",
    page: awsPage("eventbridge/latest/userguide/eb-rule-retry-policy.html"),
  }),
  "log-group-missing": error({
    title: "The log group is missing",
    text: "What is written to it is lost, and what looks into it sees nothing.",
    fix: "Create the log group, or name it as existing in the configuration.",
    page: awsPage("AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html"),
  }),
  "log-group-unwritten": error({
    title: "Nothing writes to the log group",
    text: "The metric filters and queries that look into it see nothing.",
    fix: "Send the trail or the heartbeats to the log group.",
    page: alarms,
  }),
  "log-policy-denies": error({
    title: "No resource policy lets EventBridge write to the log group",
    text: "Events for the log group are lost.",
    fix: "Allow both services of EventBridge to create streams and put events.",
    page: logPermissions,
  }),
  "alarm-missing": error({
    title: "The alarm is missing",
    text: "No one is notified when this part of the path breaks.",
    fix: "Deploy the stack again.",
    page: alarms,
  }),
  "alarm-differs": error({
    title: "The alarm is not raised when it should be",
    text: "It watches something else, or with another threshold.",
    fix: "Set the argument to what the detail names.",
    page: alarms,
  }),
  "alarm-without-action": error({
    title: "The alarm notifies no one",
    text: "It changes its state, and that is all.",
    fix: "Enable its actions and set alarm_actions to the operations topic.",
    page: awsPage("AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html"),
  }),
  "metric-filter-missing": error({
    title: "The metric filter is missing",
    text: "The alarm on its metric is never raised.",
    fix: "Deploy the stack of the log group again.",
    page: awsPage("AmazonCloudWatch/latest/logs/MonitoringLogData.html"),
  }),
  "metric-filter-differs": error({
    title: "The metric filter does not count what it should",
    text: "The alarm on its metric is raised for something else, or never.",
    fix: "Set the argument to what the detail names.",
    page: awsPage("AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html"),
  }),
  "saved-query-missing": warning({
    title: "The saved query is missing",
    text: "Whoever looks for a silent region or a sign-in must write it.",
    fix: "Deploy the stack of the log group again.",
    page: heartbeats,
  }),
  "saved-query-differs": warning({
    title: "The saved query looks for something else",
    text: "Its answer misleads a reader who looks for a silent region or a sign-in.",
    fix: "Set the argument to what the detail names.",
    page: heartbeats,
  }),
  "heartbeat-missing": error({
    title: "No heartbeat is sent",
    text: "If this region falls silent, no alarm is raised.",
    fix: "Deploy the forwarder of the account and region again.",
    page: heartbeats,
  }),
  "heartbeat-schedule-differs": error({
    title: "The heartbeat is sent on another schedule",
    text: "The alarm counts on one heartbeat in each period.",
    fix: "Set schedule_expression to what the detail names.",
    page: heartbeats,
  }),
  "heartbeat-notified": warning({
    title: "People are notified of each heartbeat",
    text: "Messages that mean nothing make people overlook those that do.",
    fix: "Send heartbeats to the log group alone.",
    page: heartbeats,
  }),
} satisfies FindingRules;
