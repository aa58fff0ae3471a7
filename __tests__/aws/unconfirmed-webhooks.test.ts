import { unconfirmedWebhook } from "../../src/aws/unconfirmed-webhooks";

test.each([
  ["https://hooks.slack.com/services/T0/B0/x", "Slack"],
  ["https://HOOKS.slack.com:443/services/T0/B0/x", "Slack"],
  ["https://hooks.slack-gov.com/services/T0/B0/x", "Slack"],
  ["https://example.webhook.office.com/webhookb2/x", "Microsoft Teams"],
  ["https://outlook.office.com/webhook/x", "Microsoft Teams"],
  ["https://discord.com/api/webhooks/1/x", "Discord"],
  ["https://ptb.discord.com/api/webhooks/1/x", "Discord"],
  ["https://chat.googleapis.com/v1/spaces/x/messages?key=y", "Google Chat"],
  ["https://events.pagerduty.com/v2/enqueue", "PagerDuty"],
  ["https://events.eu.pagerduty.com/v2/enqueue", "PagerDuty"],
  ["https://api.opsgenie.com/v2/alerts", "Opsgenie"],
])("%s of %s never confirms", (url, service) => {
  expect(unconfirmedWebhook(url)?.service).toBe(service);
});

test.each([
  "https://events.pagerduty.com/integration/0123/enqueue",
  "https://api.opsgenie.com/v1/json/amazonsns?apiKey=x",
  "https://events.example.com/hooks.slack.com/services",
  "https://hooks.slack.com.example.com/services/T0/B0/x",
  "https://slack.com/",
])("%s may confirm", (url) => {
  expect(unconfirmedWebhook(url)).toBeUndefined();
});
