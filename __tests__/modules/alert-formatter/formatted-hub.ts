import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack, type App } from "cdktf";
import {
  AlertFormatter,
  AlertHub,
  AlertTopic,
  byEmail,
  formatterName,
  hubRulesArn,
} from "../../../modules";
import type { AlertKind, MessageStyle } from "../../../src/catalog";
import { defaultKinds } from "../one-stack";

export const HUB_STACK = "signin-hub";
export const PREFIX = "signin-alerts";
export const place = { account: "222222222222", region: "eu-central-1" } as const;
export const accountNames = {
  "111111111111": "management",
  "222222222222": "security-tooling",
  "333333333333": "payments",
};

/** What a test may change of the hub. */
export interface FormattedHubOptions {
  readonly kinds?: readonly AlertKind[];
  readonly style?: MessageStyle;
  readonly accountNames?: Readonly<Record<string, string>>;
}

/** A hub whose only route has a formatter. */
export function formattedHub(options: FormattedHubOptions = {}): (app: App) => void {
  return (app) => {
    const stack = new TerraformStack(app, HUB_STACK);
    const provider = new AwsProvider(stack, "aws", {
      alias: place.region,
      region: place.region,
      allowedAccountIds: [place.account],
    });
    const topic = (id: string, name: string, publisher: "rules" | "alarms"): AlertTopic =>
      new AlertTopic(stack, id, {
        provider,
        place,
        name,
        recipients: [byEmail(`${id}@example.com`)],
        publisher,
      });
    const { arn: topicArn, keyArn } = topic("security", PREFIX, "rules");
    const alarmTopicArn = topic("operations", `${PREFIX}-operations`, "alarms").arn;
    const formatter = new AlertFormatter(stack, "formatter", {
      provider,
      place,
      name: formatterName(PREFIX),
      topicArn,
      keyArn,
      accountNames: options.accountNames ?? accountNames,
      ruleArns: [hubRulesArn(place, PREFIX)],
      alarmTopicArn,
    });
    new AlertHub(stack, "alert-hub", {
      provider,
      place,
      organizationId: "o-a1b2c3d4e5",
      namePrefix: PREFIX,
      messageStyle: options.style ?? "standard",
      routes: [{ topicArn, kinds: options.kinds ?? defaultKinds, formatter }],
      alarmTopicArn,
      watchedTopicNames: [PREFIX],
      heartbeat: { forwarders: 9, hours: 24 },
      archiveDays: 90,
      logRetentionDays: 30,
    });
  };
}
