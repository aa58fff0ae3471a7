import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import { AccountForwarder, AlertHub, AlertTopic, byEmail } from "cdktf-aws-signin-alerts";
import { byCause, catalog, defaultRegions, eventBusArn, synthesize } from "cdktf-aws-signin-alerts";

const [account, region] = ["555555555555", "us-east-1"];
const place = { account, region };
const recipients = [byEmail("security@example.com")];
const kinds = catalog.filter(({ name }) => /^(root|failed|iam-user)-/.test(name));
synthesize((app) => {
  const stack = new TerraformStack(app, "alerts");
  const provider = new AwsProvider(stack, "aws", { region, allowedAccountIds: [account] });
  const shared = { provider, place, account, namePrefix: "signin-alerts", kinds };
  const [open, rest] = byCause(kinds); // No flood of what anybody can cause silences the rest.
  const topic = (name: string) => new AlertTopic(stack, name, { ...shared, name, recipients }).arn;
  const route = (name: string, some: typeof open) => ({ topicArn: topic(name), kinds: some });
  const routes = [route("alerts", rest), route("alerts-open", open)];
  const existingBus = { name: "default", arn: eventBusArn(place, "default") };
  new AlertHub(stack, "hub", { ...shared, existingBus, routes });
  const regions = defaultRegions("aws").filter((name) => name !== region);
  new AccountForwarder(stack, "forwarder", { ...shared, regions, hubBusArn: existingBus.arn });
});
