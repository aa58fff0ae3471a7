import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { AlertHub, AlertTopic } from "../../modules";
import { routeParts } from "./route-parts";
import { alertTopicNames, heartbeatsOf } from "./guards";
import { ignoredOf } from "./ignored";
import { operationsRecipients, operationsTopicName } from "./operations";
import type { SignInAlertsProps } from "../config/props";
import { recipientsOf } from "../aws/recipient";
import { retryPolicyOf } from "./retry";
import { routesOf } from "./routes";
import { SignInStack } from "./signin-stack";

/** The event bus that all events meet on, and the topics that alerts leave by. */
export class HubStack extends SignInStack {
  constructor(scope: Construct, name: string, props: SignInAlertsProps) {
    super(scope, name, props);
    const { account, region } = props.hub;
    const provider = this.provider(account, region);
    const place = { partition: this.partition, account, region };
    const operationsTopicArn =
      props.operations?.topicArn ??
      new AlertTopic(this, "operations-topic", {
        provider,
        place,
        name: operationsTopicName(this.namePrefix),
        recipients: recipientsOf(operationsRecipients(props)),
        publisher: "alarms",
      }).arn;
    const parts = { provider, place, alarmTopicArn: operationsTopicArn };
    const routes = routesOf(props).map((route) => routeParts(this, props, route, parts));
    const heartbeat = heartbeatsOf(props);
    const hub = new AlertHub(this, "alert-hub", {
      provider,
      place,
      organizationId: props.organization.id,
      namePrefix: this.namePrefix,
      messageStyle: props.message ?? "standard",
      routes,
      ignored: ignoredOf(props),
      retryPolicy: retryPolicyOf(props),
      alarmTopicArn: operationsTopicArn,
      watchedTopicNames: alertTopicNames(props),
      ...(heartbeat && { heartbeat }),
    });
    new TerraformOutput(this, "event_bus_arn", {
      description: "Event bus that every account forwards to",
      value: hub.busArn,
    });
    new TerraformOutput(this, "topic_arns", {
      description: "Topic of each route",
      value: Object.fromEntries(routes.map(({ name, topicArn }) => [name ?? "default", topicArn])),
    });
    new TerraformOutput(this, "operations_topic_arn", {
      description: "Topic that tells when the path of alerts itself is broken",
      value: operationsTopicArn,
    });
    new TerraformOutput(this, "rule_arns", {
      description: "Rule of each kind of alert and route",
      value: Object.fromEntries(hub.rules.map((rule) => [rule.ruleName, rule.arn])),
    });
  }
}
