import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { AlertHub } from "../../modules";
import { dashboardResource } from "../../modules/guards";
import type { Plan } from "../plan";
import { createRoute } from "./routes";
import { SignInStack } from "./signin-stack";
import { topicArnOf } from "./topics";

/** The event bus that all events meet on, and the topics that alerts leave by. */
export class HubStack extends SignInStack {
  constructor(scope: Construct, name: string, plan: Plan) {
    super(scope, name, plan);
    const { hub: planned, namePrefix, organization } = plan;
    const { place, messageStyle, ignored, retryPolicy, heartbeats, floodPerMinute } = planned;
    const { archive, logs } = planned;
    const provider = this.provider({ ...place, access: planned });
    const parts = { provider, place };
    const alarmTopicArn = topicArnOf(this, "operations-topic", planned.operations, parts);
    const routes = planned.routes.map((route) => ({
      title: route.title,
      ...createRoute(this, plan, route, { ...parts, alarmTopicArn }),
    }));
    const hub = new AlertHub(this, "alert-hub", {
      ...parts,
      organizationId: organization.id,
      namePrefix,
      messageStyle,
      routes,
      ignored,
      retryPolicy,
      alarmTopicArn,
      watchedTopicNames: planned.alertTopicNames,
      ...(floodPerMinute !== undefined && { floodPerMinute }),
      ...(archive && { archiveDays: archive.days }),
      ...(logs && { logRetentionDays: logs.days }),
      ...(heartbeats && { heartbeat: heartbeats }),
    });
    if (plan.dashboards) dashboardResource(this, "dashboard", plan.dashboards.hub, provider);
    new TerraformOutput(this, "event_bus_arn", {
      description: "Event bus that every account forwards to",
      value: hub.busArn,
    });
    new TerraformOutput(this, "topic_arns", {
      description:
        "Topic of each route; each e-mail and https address confirms each topic by a message of its own",
      value: Object.fromEntries(routes.map(({ title, topicArn }) => [title, topicArn])),
    });
    new TerraformOutput(this, "operations_topic_arn", {
      description: "Topic that tells when the path of alerts itself is broken",
      value: alarmTopicArn,
    });
    new TerraformOutput(this, "rule_arns", {
      description: "Rule of each kind of alert and route",
      value: Object.fromEntries(hub.rules.map((rule) => [rule.ruleName, rule.arn])),
    });
  }
}
