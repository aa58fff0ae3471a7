import { join } from "node:path";
import { templateFiles } from "../../cloudformation/templates";
import { forwarderTemplate, hubBusArn, AlertTopic } from "../../modules";
import { loadConfiguration, resolve } from "../../src/plan";
import { catalog, inputTransformerFor } from "../../src/catalog";
import { defaultRegions } from "../../src/aws";
import type { CloudFormationTemplate } from "../../src/aws/cloudformation";
import { matchesPattern, type EventPattern, type JsonObject } from "../../src/aws/eventbridge";
import { asker, contentsOf, HUB, REGION } from "../modules/one-stack";
import { text } from "../stacks/stack-contents";
import { DeployedStack } from "./deployed-stack";
import { templateProblems } from "./template-problems";

const configuration = loadConfiguration(join(__dirname, "../../signin-alerts.yaml"));
const files = new Map(
  templateFiles(resolve(configuration)).map(({ file, content }) => [file, content]),
);

function template(file: string): CloudFormationTemplate {
  // Edge: the file holds a template.
  return JSON.parse(files.get(file) ?? "") as CloudFormationTemplate;
}

function parsed(json: string): unknown {
  return JSON.parse(json);
}

/** A key policy of an AlertTopic, by which only services of AWS create grants. */
function withoutGrants(policy: unknown): unknown {
  const { Statement: statements, ...others } = policy as { readonly Statement: readonly unknown[] };
  const deny = expect.objectContaining({ Effect: "Deny", Action: "kms:CreateGrant" }) as unknown;
  return { ...others, Statement: [...statements, deny] };
}

test.each([...files.keys()])("%s follows the rules of CloudFormation", (file) => {
  expect(templateProblems(template(file))).toEqual([]);
});

test("forwarder.json is the template of the configured organization", () => {
  expect(template("forwarder.json")).toEqual(
    forwarderTemplate({
      regions: defaultRegions("aws"),
      hubBusArn: hubBusArn(configuration.hub, "signin-alerts"),
      namePrefix: "signin-alerts",
      kinds: catalog.filter(({ onByDefault }) => onByDefault),
      heartbeatHours: 24,
    }),
  );
});

describe("root-sign-in.json", () => {
  const rootSignIn = template("root-sign-in.json");
  const place = { account: HUB, region: REGION };
  const stack = new DeployedStack(rootSignIn, place, { Email: "security@example.com" });
  const rule = stack.only("AWS::Events::Rule").properties;
  const topic = `arn:aws:sns:${REGION}:${HUB}:root-sign-in-alerts`;

  test("names the regions in which root signs in", () => {
    expect(rootSignIn.Description).toMatch(/us-east-1.*us-east-2.*us-west-2/u);
  });

  test("matches the root sign-ins of the catalog and no other kind", () => {
    const matched = catalog.filter(({ sample }) =>
      matchesPattern(rule["EventPattern"] as EventPattern, sample as unknown as JsonObject),
    );
    expect(matched.map(({ name }) => name)).toEqual(["root-sign-in"]);
  });

  test("mails the text of the catalog to the address that was given", () => {
    const [kind] = catalog;
    if (kind?.name !== "root-sign-in") throw new Error("the first kind is another");
    const { inputPaths, inputTemplate } = inputTransformerFor(kind, { partition: "aws" });
    expect(rule["Targets"]).toMatchObject([
      {
        Arn: topic,
        InputTransformer: { InputPathsMap: inputPaths, InputTemplate: inputTemplate },
        DeadLetterConfig: {
          Arn: `arn:aws:sqs:${REGION}:${HUB}:root-sign-in-alerts-dead-letters`,
        },
      },
    ]);
    expect(stack.only("AWS::SNS::Subscription").properties).toEqual({
      TopicArn: topic,
      Protocol: "email",
      Endpoint: "security@example.com",
    });
  });

  test("has the topic and the key of an AlertTopic", () => {
    const terraform = contentsOf((own, provider) => {
      new AlertTopic(own, "topic", {
        provider,
        place,
        name: "root-sign-in-alerts",
        recipients: [],
        publisher: "rules",
      });
    });
    const key = terraform.only("aws_kms_key").values;
    expect(stack.only("AWS::KMS::Key").properties).toEqual({
      Description: key["description"],
      EnableKeyRotation: key["enable_key_rotation"],
      PendingWindowInDays: key["deletion_window_in_days"],
      KeyPolicy: withoutGrants(parsed(text(key, "policy"))),
    });
    expect(stack.only("AWS::SNS::TopicPolicy").properties).toEqual({
      Topics: [topic],
      PolicyDocument: parsed(text(terraform.only("aws_sns_topic").values, "policy")),
    });
    expect(rootSignIn.Resources["Topic"]?.Properties["KmsMasterKeyId"]).toEqual({
      "Fn::GetAtt": ["Key", "Arn"],
    });
  });

  test("keeps what its rule could not deliver", () => {
    const { PolicyDocument } = stack.only("AWS::SQS::QueuePolicy").properties;
    const tls = { "aws:SecureTransport": "true" };
    const rules = `arn:aws:events:${REGION}:${HUB}:rule`;
    const ask = asker(PolicyDocument && JSON.stringify(PolicyDocument), {
      principal: { service: "events.amazonaws.com" },
      action: "sqs:SendMessage",
      resource: `arn:aws:sqs:${REGION}:${HUB}:root-sign-in-alerts-dead-letters`,
      context: { ...tls, "aws:SourceArn": `${rules}/root-sign-in-alerts` },
    });
    expect(ask()).toBe("allow");
    const another = ask({ context: { ...tls, "aws:SourceArn": `${rules}/other` } });
    expect(another).toBe("implicit-deny");
  });
});
