import { slackForms, teamsForms } from "../../aws/chat-channels";
import { messageFormats, messageStyles } from "../../catalog";
import { routedKind } from "../forms/kinds";
import { routeName } from "../forms/names";
import { channelId, recipient, topicArn } from "../forms/recipients";
import { acceptUnrouted } from "./accept-unrouted";
import { ignore } from "./ignore";
import { choice, flag, group, list, text, texts } from "./key";
import { kinds, severity, watch } from "./kinds";
import { userNotifications } from "./user-notifications";

const required = { required: true } as const;
const addressOnce = { noun: "address", anyCase: true } as const;

const someRecipient = {
  least: 1,
  unit: "e-mail addresses or other recipients",
  fault: {
    problem: "no recipient would be notified of any sign-in",
    fix: "add the address of a mailbox that is read at night, such as security@example.com",
  },
} as const;

const format = (whom: string) =>
  choice(`What ${whom} get.`, messageFormats, { as: "MessageFormat", default: "text" });

const route = group(
  "Some kinds of alert, and who is notified of them: recipients, a topic, or a channel of Slack or Teams.",
  {
    name: text("Part of the names of topic and rules.", { ...required, form: routeName }),
    kinds: texts("Alert kinds.", routedKind, {
      otherwise: "all that are on",
      size: {
        least: 1,
        unit: "alert kinds",
        fault: {
          problem: "this route would notify of nothing",
          fix: "leave the key out for all that are on, or name kinds",
          remove: true,
        },
      },
    }),
    minSeverity: {
      ...severity,
      description: "Kinds of less severity are left out.",
      otherwise: "none is left out",
    },
    accounts: texts(
      "Accounts that sign-ins are to: ids, names with `*` for any text, or tags such as `env=prod`.",
      undefined,
      {
        otherwise: "all",
        size: {
          least: 1,
          unit: "accounts",
          fault: {
            problem: "this route can never receive anything",
            fix: "remove the key for all accounts, or name some",
            remove: true,
          },
        },
      },
    ),
    exceptAccounts: texts(
      "Accounts that are left out, in the forms of `accounts`. Where that key is missing, the route is of all others, those that are not listed and those that join later included.",
      undefined,
      {
        otherwise: "none",
        size: {
          least: 1,
          unit: "accounts",
          fault: {
            problem: "this route would leave no account out",
            fix: "remove the key, or name some",
            remove: true,
          },
        },
      },
    ),
    recipients: texts(
      "E-mail and https addresses, ARNs of SQS queues and Lambda functions, phone numbers. E-mail is confirmed by hand, https by its service or by hand; queues and functions must let the topic send.",
      recipient,
      {
        otherwise: "another channel must be given",
        size: someRecipient,
        once: addressOnce,
      },
    ),
    formats: group(
      "What programs among the recipients get, by protocol: `text` as people do, or `json` with a severity and a deduplication key. JSON needs `formatter: true`.",
      {
        https: format("https addresses"),
        lambda: format("Lambda functions"),
        sqs: format("SQS queues"),
      },
      { as: "RouteFormats", otherwise: "all get text" },
    ),
    topicArn: text(
      "ARN of an existing topic in the hub's account and region, instead of recipients.",
      {
        form: topicArn,
        otherwise: "one is created for the recipients",
      },
    ),
    openTopicArn: text(
      "Beside `topicArn`: ARN of an existing topic for the kinds that somebody without credentials can cause, so that no flood of failed sign-ins silences the mail about one that succeeds. The same ARN where neither mailboxes nor phones are subscribed.",
      {
        form: topicArn,
        otherwise: "one is created for the recipients",
      },
    ),
    slack: group(
      "A channel of Slack instead of recipients; its workspace is authorized by hand, once.",
      {
        workspaceId: text("Id of the workspace.", {
          ...required,
          form: channelId(slackForms.workspaceId),
        }),
        channelId: text("Id of the channel.", {
          ...required,
          form: channelId(slackForms.channelId),
        }),
      },
      { as: "SlackChannel", otherwise: "none" },
    ),
    teams: group(
      "A channel of Microsoft Teams instead of recipients; its team is authorized by hand, once.",
      {
        tenantId: text("Id of the tenant.", { ...required, form: channelId(teamsForms.tenantId) }),
        teamId: text("Id of the team.", { ...required, form: channelId(teamsForms.teamId) }),
        channelId: text("Id of the channel.", {
          ...required,
          form: channelId(teamsForms.channelId),
        }),
      },
      { as: "TeamsChannel", otherwise: "none" },
    ),
  },
  { as: "Route" },
);

/** Who is notified of what. */
export const recipientKeys = {
  kinds,
  watch,
  message: choice(
    "How much detail messages have: `full` adds every field of the event that the message can show; what a visitor writes, such as the user agent, only with `formatter`.",
    messageStyles,
    { as: "MessageStyle", default: "standard" },
  ),
  recipients: texts("Who is notified of everything, in the forms of a route.", recipient, {
    otherwise: "`routes` must be given",
    size: someRecipient,
    once: addressOnce,
  }),
  routes: list("Who is notified of what, instead of `recipients`.", route, {
    otherwise: "`recipients` must be given",
    size: {
      least: 1,
      unit: "routes",
      fault: {
        problem: "no recipient would be notified of any sign-in",
        fix: "add a route: - { name: all, recipients: [security@example.com] }",
      },
    },
  }),
  acceptUnrouted: list(
    "What no route takes, on purpose: without an entry, a kind that is on and that no route takes, or an account of which no route takes anything, is a finding of `coverage`.",
    acceptUnrouted,
    { otherwise: "none" },
  ),
  formatter: flag(
    "Whether a function writes the mails: with a subject, the names of accounts, and values escaped.",
    { default: false },
  ),
  userNotifications,
  ignore: list("Sign-ins of which no recipient is notified, on purpose.", ignore, {
    otherwise: "none",
  }),
  operations: group(
    "Who is notified that the path of alerts itself is broken.",
    {
      recipients: texts("Recipients in the forms of a route.", recipient, {
        otherwise: "everybody who is notified of some alert",
        size: {
          ...someRecipient,
          fault: {
            problem: "no recipient would be notified when the path of alerts is broken",
            fix: "leave the key out for everybody who is notified of some alert, or name recipients",
            remove: true,
          },
        },
        once: addressOnce,
      }),
      topicArn: text(
        "ARN of an existing topic in the hub's account and region, instead of recipients. Its policy must let CloudWatch publish.",
        { form: topicArn, otherwise: "one is created" },
      ),
    },
    { as: "Operations", otherwise: "everybody who is notified of some alert" },
  ),
};
