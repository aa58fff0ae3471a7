import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";
import {
  AccountForwarder,
  AlertHub,
  byCause,
  catalogWithKinds,
  guardProviders,
  hubBusArn,
  is,
  recordSample,
  recordsOf,
  topicArn,
  type AlertKind,
} from "cdktf-aws-signin-alerts";

const place = { account: "222222222222", region: "us-east-1" };
const namePrefix = "signin-alerts";

/** Part of failed-sign-in in the catalog, which takes it no longer. */
const robotSignIn: AlertKind = {
  name: "robot-sign-in-failed",
  title: "Failed sign-in as a user that only programs have",
  severity: "critical",
  onByDefault: true,
  causedBy: "anybody",
  events: [
    {
      ...recordsOf("aws.signin", "console", "ConsoleLogin"),
      "detail.responseElements.ConsoleLogin": is("Failure"),
      "detail.userIdentity.type": is("IAMUser"),
      "detail.userIdentity.userName": is("ci", "backup"),
    },
  ],
  readOnly: false,
  recordedIn: "every-region",
  message: {
    headline: "Somebody tries to sign in to <account> as <userName>: only programs should",
    lines: ["account", "region", "time", "sourceIp", "eventId"],
  },
  sample: recordSample("aws.signin", "console", {
    eventName: "ConsoleLogin",
    userIdentity: { type: "IAMUser", userName: "ci" },
    responseElements: { ConsoleLogin: "Failure" },
  }),
};

/** Of a service that the catalog leaves to others, beside root's calls. */
const accessKeyCreated: AlertKind = {
  name: "access-key-created",
  title: "Access key of an IAM user created",
  severity: "high",
  onByDefault: true,
  causedBy: "signed-in",
  events: [
    {
      ...recordsOf("aws.iam", "api", "CreateAccessKey"),
      "detail.userIdentity.type": is("IAMUser", "AssumedRole"),
    },
  ],
  readOnly: false,
  recordedIn: "global-region",
  message: {
    headline: "Access key created in <account> by <actor>",
    actor: ["identityType", "identityArn"],
    lines: ["identityArn", "account", "region", "time", "sourceIp", "eventId"],
  },
  sample: recordSample("aws.iam", "api", {
    eventName: "CreateAccessKey",
    userIdentity: { type: "IAMUser", arn: "arn:{partition}:iam::{account}:user/alice" },
  }),
};

// Throws, with an event, where two of the kinds would take the same one, or where one would be lost.
const kinds = catalogWithKinds([robotSignIn, accessKeyCreated]).filter((kind) => kind.onByDefault);

const app = new App({ outdir: "own-kinds.out" });
const stack = new TerraformStack(app, "alerts");
guardProviders(stack);
const provider = new AwsProvider(stack, "aws", {
  region: place.region,
  allowedAccountIds: [place.account],
});
const [open, rest] = byCause(kinds);
new AlertHub(stack, "hub", {
  provider,
  place,
  namePrefix,
  organizationId: "o-a1b2c3d4e5",
  routes: [
    { topicArn: topicArn(place, "security-findings"), kinds: rest },
    { topicArn: topicArn(place, "security-findings-open"), kinds: open },
  ],
});
new AccountForwarder(stack, "forwarder", {
  account: place.account,
  regionProviders: { [place.region]: provider },
  roleProvider: provider,
  hubBusArn: hubBusArn(place, namePrefix),
  namePrefix,
  kinds,
});
app.synth();
