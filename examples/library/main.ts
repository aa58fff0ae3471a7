import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { AlertTopic, SignInAlerts, synthesize, topicArn } from "cdktf-aws-signin-alerts";
import { keyPolicy } from "./key-policy";

const place = { account: "222222222222", region: "eu-central-1" };
const topicName = "security-findings";
/** Of what anybody can cause: no flood of it silences the mail of the other topic. */
const openTopicName = "security-findings-open";

/** A stack that was there before, with a provider, a key and topics of its own. */
class SecurityStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const provider = new AwsProvider(this, "aws", {
      region: place.region,
      allowedAccountIds: [place.account],
    });
    const key = new KmsKey(this, "key", {
      provider,
      enableKeyRotation: true,
      policy: keyPolicy(place.account),
    });
    for (const name of [topicName, openTopicName]) {
      new AlertTopic(this, name, {
        provider,
        place,
        name,
        recipients: [{ protocol: "email", endpoint: "security@example.com" }],
        existingKeyArn: key.arn,
      });
    }
  }
}

synthesize((app) => {
  const security = new SecurityStack(app, "security");
  const alerts = new SignInAlerts(app, "signin-alerts", {
    organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
    hub: place,
    accounts: [
      { id: "111111111111", name: "management", roleName: "none" },
      { id: "222222222222", name: "security-tooling" },
    ],
    routes: [
      {
        name: "security",
        topicArn: topicArn(place, topicName),
        openTopicArn: topicArn(place, openTopicName),
      },
      { name: "on-call", minSeverity: "critical", recipients: ["oncall@example.com"] },
    ],
    operations: { topicArn: topicArn(place, topicName) },
  });
  // The topic is named by its ARN, so Terraform must be told which stack comes first.
  alerts.hub.addDependency(security);
});
