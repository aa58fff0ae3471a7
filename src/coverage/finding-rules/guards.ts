import { awsPage, error, warning, type FindingRules } from "./rule";

const alarms = "docs/operations.md#alarms";
const archive = "docs/operations.md#replaying-events";
const busLogs = "docs/operations.md#was-it-delivered";
const drills = "docs/live.md#the-role-that-signs-in";
const heartbeats = "docs/operations.md#which-region-is-silent";

/** What is missing of that which keeps undelivered events and watches the path. */
export const guardRules = {
  "dead-letter-queue-missing": error({
    title: "The target has no dead-letter queue",
    text: "Events that cannot be delivered are lost.",
    fix: "Set dead_letter_config to a queue in the account and region of the rule.",
    page: awsPage("eventbridge/latest/userguide/eb-rule-dlq.html"),
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
  "log-group-unwritten": error({
    title: "Nothing writes to the log group",
    text: "The metric filters and queries that look into it see nothing.",
    fix: "Send the trail or the heartbeats to the log group.",
    page: alarms,
  }),
  "guard-missing": error({
    title: "An alarm or metric filter is missing",
    text: "No one is notified when this part of the path breaks.",
    fix: "Run npm run synth again, then deploy the stack.",
    page: alarms,
  }),
  "guard-differs": error({
    title: "An alarm or metric filter does not watch what it should",
    text: "The alarm is raised for something else, at another threshold, or never.",
    fix: "Set the argument to what the detail names.",
    page: alarms,
  }),
  "alarm-without-action": error({
    title: "The alarm notifies no one",
    text: "It changes its state, and that is all.",
    fix: "Enable its actions and set alarm_actions to the operations topic.",
    page: awsPage("AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html"),
  }),
  "saved-query-differs": warning({
    title: "The saved query is missing, or looks for something else",
    text: "Who looks for a silent region or a sign-in must write it, or is misled by its answer.",
    fix: "Deploy the stack of the log group again.",
    page: heartbeats,
  }),
  "dashboard-differs": warning({
    title: "The dashboard is missing, or shows something else",
    text: "Who looks at it sees less than there is. No alert depends on it.",
    fix: "Deploy the hub's and the trail's stacks again.",
    page: "docs/operations.md#dashboards",
  }),
  "archive-missing": error({
    title: "The archive of the hub's event bus is missing",
    text: "Events are not kept: what was not delivered cannot be replayed, and the way to recipients cannot be drilled.",
    fix: "Deploy the hub again, or set hub.archiveDays: 0.",
    page: archive,
  }),
  "archive-of-other-bus": error({
    title: "The archive keeps the events of another event bus",
    text: "Sign-in events that reach the hub are not kept, so none can be replayed.",
    fix: "Set event_source_arn to the ARN of the hub's event bus.",
    page: archive,
  }),
  "archive-incomplete": error({
    title: "The archive leaves out events of a kind in use",
    text: "Those events cannot be replayed.",
    fix: "Deploy the hub again: the pattern has to accept each source and detail-type of the kinds, and ask for nothing else.",
    page: archive,
  }),
  "archive-too-short": error({
    title: "The archive keeps events for fewer days than the configuration says",
    text: "An event that was not delivered is deleted before it is expected to be.",
    fix: "Set retention_days to hub.archiveDays.",
    page: archive,
  }),
  "bus-logs-missing": warning({
    title: "What the hub's event bus says of deliveries is not all kept",
    text: "Whether an alert was delivered, and why not, cannot be looked up. No alert depends on it.",
    fix: "Deploy the hub again, or set hub.logRetentionDays: 0.",
    page: busLogs,
  }),
  "bus-logs-denied": warning({
    title: "The log group of the event bus does not let logs be delivered",
    text: "It stays empty, so nobody can look up whether an alert was delivered. No alert depends on it.",
    fix: "Let delivery.logs.amazonaws.com create and write log streams of it, for the delivery sources of the event bus.",
    page: busLogs,
  }),
  "bus-logs-too-short": warning({
    title: "The logs of the event bus are kept for fewer days than the configuration says",
    text: "Deliveries cannot be looked up for as long as is expected.",
    fix: "Set retention_in_days of the log group to hub.logRetentionDays.",
    page: busLogs,
  }),
  "bus-logs-detail": warning({
    title: "The logs of the event bus hold the events themselves",
    text: "Who may read the log group sees who signed in, from where, and the text of each alert.",
    fix: "Set include_detail of log_config to NONE.",
    page: "docs/security.md#logs-of-the-event-bus",
  }),
  "drill-role-missing": warning({
    title: "An account has no role of drills",
    text: "A drill cannot sign in to the account. No alert depends on it.",
    fix: "Deploy the account again, or remove the key drill from the configuration.",
    page: drills,
  }),
  "drill-role-denies": warning({
    title: "The role of drills does not trust who is to start drills",
    text: "Whoever starts a drill cannot sign in to the account. No alert depends on it.",
    fix: "Let the trust policy of the role allow sts:AssumeRole as the configuration says.",
    page: drills,
  }),
  "drill-role-open": error({
    title: "Somebody else may sign in as the role of drills",
    text: "The role is in every account. Whoever signs in as it looks like a drill, and people overlook it.",
    fix: "Let the trust policy of the role name drill.trustedPrincipals alone, with aws:PrincipalOrgID and, where there is one, sts:ExternalId.",
    page: drills,
  }),
  "drill-role-permissions": error({
    title: "The role of drills may do something",
    text: "Whoever starts drills may do it in every account. The role needs no permission to sign in.",
    fix: "Remove the policy from the role.",
    page: drills,
  }),
  "heartbeat-missing": error({
    title: "No heartbeat is sent on the schedule that the alarm counts on",
    text: "If this region falls silent, no alarm is raised.",
    fix: "Deploy the forwarder of the account and region again.",
    page: heartbeats,
  }),
  "heartbeat-repeated": error({
    title: "The heartbeat of a region is counted more than once",
    text: "The alarm adds up what all regions send: this one hides another that is silent.",
    fix: "Remove the rule or target that sends it to the log group again.",
    page: heartbeats,
  }),
  "heartbeat-notified": warning({
    title: "People are notified of each heartbeat",
    text: "Messages that mean nothing make people overlook those that do.",
    fix: "Send heartbeats to the log group alone.",
    page: heartbeats,
  }),
} satisfies FindingRules;
