import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";
import { AccountForwarder, AlertHub, AlertTopic, byEmail } from "cdktf-aws-signin-alerts";
import { byCause, catalog, defaultRegions, eventBusArn } from "cdktf-aws-signin-alerts";

const [account, region] = ["555555555555", "us-east-1"];
const place = { account, region };
const kinds = catalog.filter(({ name }) => /^(root|failed|iam-user)-/.test(name));
const stack = new TerraformStack(new App(), "alerts");
const provider = new AwsProvider(stack, "aws", { region, allowedAccountIds: [account] });
const shared = { provider, place, account, namePrefix: "signin-alerts", kinds };
const recipients = [byEmail("security@example.com")];
// What anybody can cause has a topic of its own: no flood of it silences the other mail.
const [open, rest] = byCause(kinds);
const topic = (name: string) => new AlertTopic(stack, name, { ...shared, name, recipients }).arn;
const route = (name: string, some: typeof open) => ({ topicArn: topic(name), kinds: some });
const routes = [route("alerts", rest), route("alerts-open", open)];
const existingBus = { name: "default", arn: eventBusArn(place, "default") };
new AlertHub(stack, "hub", { ...shared, existingBus, routes });
const regions = defaultRegions("aws").filter((name) => name !== region);
new AccountForwarder(stack, "forwarder", { ...shared, regions, hubBusArn: existingBus.arn });
App.of(stack).synth();
