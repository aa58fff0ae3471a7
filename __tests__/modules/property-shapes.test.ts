import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import * as modules from "../../modules";
import { catalog } from "../../src/catalog";

const stack = new TerraformStack(new App(), "stack");
const provider = new AwsProvider(stack, "aws", { region: "eu-central-1" });
const place = { account: "222222222222", region: "eu-central-1" };
const kinds = catalog.filter(({ name }) => name === "root-sign-in");
const topicArn = "arn:aws:sns:eu-central-1:222222222222:alerts";
const hubBusArn = "arn:aws:events:eu-central-1:222222222222:event-bus/alerts-hub";
const organizationId = "o-a1b2c3d4e5";
const namePrefix = "alerts";
const account = "333333333333";

type Props = Readonly<Record<string, unknown>>;

/** Properties that each construct accepts, with some that may be left out. */
const sound: Readonly<Record<string, Props>> = {
  AlertHub: { provider, place, namePrefix, organizationId, routes: [{ topicArn, kinds }] },
  AccountForwarder: { account, hubBusArn, namePrefix, kinds, provider, regions: ["eu-central-1"] },
  OrganizationTrail: {
    ...{ provider, place, organizationId, namePrefix },
    managementAccount: "111111111111",
  },
  AlertTopic: { provider, place, name: "alerts", recipients: [] },
  ChatChannel: {
    ...{ provider, place, name: "alerts" },
    slack: { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" },
  },
  AlertFormatter: {
    ...{ provider, place, name: "format", topicArn, accountNames: {} },
    ruleArns: ["arn:aws:events:eu-central-1:222222222222:rule/alerts-hub/*"],
  },
  AlertRule: {
    ...{ provider, kind: kinds[0], partition: "aws", style: "standard", busName: "alerts-hub" },
    ...{ name: "alerts-root", pattern: { source: ["aws.signin"] }, topicArn },
    deadLetterQueueArn: "arn:aws:sqs:eu-central-1:222222222222:alerts-undelivered",
    retryPolicy: { maximumEventAgeInSeconds: 60, maximumRetryAttempts: 1 },
  },
  SignInLogAlarm: {
    ...{ provider, place, namePrefix, logGroupName: "trail" },
    topicArn,
  },
  DrillRole: {
    ...{ provider, account, namePrefix, organizationId },
    trustedPrincipals: ["arn:aws:iam::111111111111:role/r"],
  },
  ForwarderStackSet: {
    ...{ provider, account, namePrefix, hubBusArn, kinds, regions: ["eu-central-1"] },
    managementAccount: "111111111111",
    organizationalUnits: ["ou-ab12-c3d4e5f6"],
  },
  UserNotifications: {
    ...{ provider, place, kinds, name: "sign-ins" },
    hubRegions: ["us-east-1"],
    regions: ["us-east-1"],
    emails: [{ name: "security", address: "security@example.com" }],
  },
};

let made = 0;

/** Creates a construct as a program in JavaScript would. */
function create(name: string, props: unknown): void {
  // Edge: what JavaScript gives has no types.
  const created = (
    modules as unknown as Readonly<
      Record<string, new (scope: Construct, id: string, props: unknown) => Construct>
    >
  )[name];
  if (created === undefined) throw new Error(`there is no ${name}`);
  new created(stack, `made-${(made += 1)}`, props);
}

const wrong: readonly unknown[] = [null, 5, true, "", "?", {}, [null], [5], [{}], () => 1];

test.each(Object.entries(sound))("%s accepts what TypeScript compiles", (name, props) => {
  expect(() => {
    create(name, props);
  }).not.toThrow();
});

test.each(Object.entries(sound))(
  "%s says which property is missing or of another type, and what it must be",
  (name, props) => {
    for (const property of Object.keys(props)) {
      expect(() => {
        create(name, { ...props, [property]: undefined });
      }).toThrow(
        property === "slack" || property === "organizationId"
          ? RangeError
          : `'${property}' must be `,
      );
    }
    for (const value of [...wrong, undefined]) {
      for (const property of Object.keys(props)) {
        let said: unknown;
        try {
          create(name, { ...props, [property]: value });
        } catch (error) {
          said = error;
        }
        // An empty object is all right for one construct, and a text for another.
        if (said !== undefined) expect(said).toBeInstanceOf(RangeError);
      }
    }
  },
);

test.each(Object.keys(sound))("%s refuses properties that are no object", (name) => {
  for (const props of [undefined, null, "x", 5, []]) {
    expect(() => {
      create(name, props);
    }).toThrow(/^the properties must be an object, got: /u);
  }
});

test("fails with every property that is wrong, each with its value", () => {
  expect(() => {
    create("AlertTopic", { provider: "aws", place, name: () => "x", recipients: [null] });
  }).toThrow(
    `'provider' must be a provider, got: "aws"; 'name' must be a text, got: a function; 'recipients' must be a list, got: [null]`,
  );
});

test.each([
  ["covered", { account: "222222222222", regions: ["eu-central-1"] }],
  ["watchedUsers", { name: "a", userNames: ["b"] }],
])("SignInLogAlarm refuses %s of which an entry lacks a part", (property, entry) => {
  const attempt = (given: Props) => () => {
    create("SignInLogAlarm", { ...sound["SignInLogAlarm"], [property]: [given] });
  };
  expect(attempt(entry)).not.toThrow();
  for (const part of Object.keys(entry)) {
    expect(attempt({ ...entry, [part]: undefined })).toThrow(
      `'${property}' must be a list of objects with a`,
    );
  }
});

test("fails on a bus that is none, and on no kinds, of which nothing would be forwarded", () => {
  for (const name of ["AccountForwarder", "ForwarderStackSet"]) {
    expect(() => {
      create(name, { ...sound[name], hubBusArn: "x", kinds: [] });
    }).toThrow(/'hubBusArn' must be the ARN of an event bus.*'kinds' must hold at least 1 kind/u);
  }
});

test("what Terraform alone knows is of any type", () => {
  const unknown = new TerraformVariable(stack, "unknown", { type: "any" });
  expect(() => {
    create("AlertTopic", { ...sound["AlertTopic"], name: unknown.stringValue });
    create("DrillRole", { ...sound["DrillRole"], trustedPrincipals: unknown.listValue });
  }).not.toThrow(/must be a (?:text|list)/u);
});
