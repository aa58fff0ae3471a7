import { coverageOf, inventoryOfStacks, type StackDocument } from "../../src/coverage";
import { HUB, stacksOf } from "./small-organization";
import { said } from "./said";

type Body = Record<string, unknown>;
type Change = (resource: Record<string, Record<string, Body>>, document: Body) => void;

/** What is found wrong with the small organization when the stack of that name is changed. */
function findingsAfter(stackName: string, change: Change): readonly string[] {
  const stacks: readonly StackDocument[] = structuredClone(stacksOf());
  for (const { name, document } of stacks) {
    const resource = document["resource"] as Record<string, Record<string, Body>>;
    if (name === stackName) change(resource, document);
  }
  return coverageOf(inventoryOfStacks(stacks)).findings.map(said);
}

function only(resource: Record<string, Record<string, Body>>, type: string): Body {
  const [body] = Object.values(resource[type] ?? {});
  if (!body) throw new Error(`the stack has no ${type}`);
  return body;
}

test("the small organization has nothing that is not analyzed", () => {
  expect(findingsAfter("signin-hub", () => undefined)).toEqual([]);
});

test.each<[string, string, Change, string]>([
  [
    "a resource of a type that it does not know",
    "signin-hub",
    (resource) => {
      const arn = `arn:aws:sns:eu-central-1:${HUB}:signin-alerts`;
      const body = { provider: "aws.eu-central-1", arn };
      resource["aws_sns_topic_data_protection_policy"] = { x: body };
    },
    "not-analyzed-resource: aws_sns_topic_data_protection_policy",
  ],
  [
    "a protocol that is called like a member of every object",
    "signin-hub",
    (resource) => {
      only(resource, "aws_sns_topic_subscription")["protocol"] = "constructor";
    },
    "not-analyzed-target: the protocol constructor, only email, email-json, https, http, sms, sqs, lambda",
  ],
  [
    "a resource that may not be there",
    "signin-hub",
    (resource) => {
      only(resource, "aws_sns_topic_subscription")["count"] = "${var.x ? 1 : 0}";
    },
    "value-unknown: how many there are: var.x ? 1 : 0: it is known only where Terraform runs",
  ],
  [
    "a bus that is encrypted",
    "signin-hub",
    (resource) => {
      only(resource, "aws_cloudwatch_event_bus")["kms_key_identifier"] = "alias/none";
    },
    "not-analyzed-setting: kms_key_identifier",
  ],
  [
    "a key that cannot encrypt",
    "signin-hub",
    (resource) => {
      only(resource, "aws_kms_key")["key_usage"] = "SIGN_VERIFY";
    },
    "not-analyzed-setting: key_usage",
  ],
  [
    "a module",
    "signin-hub",
    (_, document) => {
      document["module"] = { other: { source: "./other" } };
    },
    "not-analyzed-block: module",
  ],
  [
    "a provider that speaks to another endpoint",
    "signin-hub",
    (_, document) => {
      const { aws } = document["provider"] as Record<string, Body[]>;
      for (const provider of aws ?? []) provider["endpoints"] = [{ events: "http://localhost" }];
    },
    "not-analyzed-setting: endpoints",
  ],
])("fails on %s, and names it", (_, stack, change, finding) => {
  expect(findingsAfter(stack, change)).toContain(finding);
});
