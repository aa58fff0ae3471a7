import { forwarderTemplate as writtenTemplate } from "../../../modules";
import { catalog } from "../../../src/catalog";
import { complaints, namesStackSet, reportAfter, SET } from "./stack-set-organization";
import { problemsOf } from "./one-stack";
import { forwarderTemplate, type MutableJson, type MutableTemplate } from "./template";
import { said } from "../said";

type Change = (template: MutableTemplate) => void;

/** What is not analyzed of the forwarder's template when it is changed. */
function problemsAfter(change: Change): readonly string[] {
  const template = forwarderTemplate();
  change(template);
  return problemsOf(template);
}

function properties(template: MutableTemplate, id: string): MutableJson {
  return template.Resources[id]?.Properties ?? {};
}

function firstOf(value: unknown): MutableJson {
  const [first] = value as readonly MutableJson[];
  return first ?? {};
}

test.each(["each-region", "home-region"] as const)(
  "the template that the package writes is analyzed, with a role for %s",
  (role) => {
    const template = writtenTemplate({
      namePrefix: "signin-alerts",
      kinds: catalog,
      heartbeatHours: 24,
      regions: ["eu-west-1", "us-east-1"],
      hubBusArn: "arn:aws:events:eu-central-1:222222222222:event-bus/signin-alerts",
      role,
    });
    expect(problemsOf(template)).toEqual([]);
  },
);

test("the forwarder's template is analyzed", () => {
  expect(problemsAfter(() => undefined)).toEqual([]);
});

test.each<[string, Change, string]>([
  [
    "a resource of another type",
    (template) => {
      template.Resources["Function"] = { Type: "AWS::Lambda::Function", Properties: {} };
    },
    "Resources.Function: the type AWS::Lambda::Function is not analyzed",
  ],
  [
    "another section",
    (template) => {
      template["Rules"] = {};
    },
    "Rules is not analyzed",
  ],
  [
    "a macro",
    (template) => {
      template["Transform"] = "AWS::Include";
    },
    "Transform is not analyzed",
  ],
  [
    "an attribute of a resource that may change it",
    (template) => {
      Object.assign(template.Resources["Role"] ?? {}, { UpdatePolicy: {} });
    },
    "Resources.Role.UpdatePolicy is not analyzed",
  ],
  [
    "an order that names nothing",
    (template) => {
      Object.assign(template.Resources["Forward"] ?? {}, { DependsOn: ["Gone"] });
    },
    "Resources.Forward.DependsOn: the resource Gone does not exist",
  ],
  [
    "a property of a role",
    (template) => {
      properties(template, "Role")["ManagedPolicyArns"] = "arn:aws:iam::aws:policy/Nothing";
    },
    "Resources.Role.Properties.ManagedPolicyArns is not analyzed",
  ],
  [
    "a property of a rule",
    (template) => {
      properties(template, "Forward")["RoleArn"] = "arn:aws:iam::333333333333:role/other";
    },
    "Resources.Forward.Properties.RoleArn is not analyzed",
  ],
  [
    "a property of a target",
    (template) => {
      firstOf(properties(template, "Forward")["Targets"])["Input"] = "{}";
    },
    "Resources.Forward.Properties.Targets.0.Input is not analyzed",
  ],
  [
    "a property of a target's retry policy",
    (template) => {
      firstOf(properties(template, "Forward")["Targets"])["RetryPolicy"] = { Never: true };
    },
    "Resources.Forward.Properties.Targets.0.RetryPolicy.Never is not analyzed",
  ],
  [
    "a property of a queue",
    (template) => {
      properties(template, "DeadLetters")["KmsMasterKeyId"] = "alias/aws/sqs";
    },
    "Resources.DeadLetters.Properties.KmsMasterKeyId is not analyzed",
  ],
  [
    "a property of a queue policy",
    (template) => {
      properties(template, "DeadLettersPolicy")["Other"] = [];
    },
    "Resources.DeadLettersPolicy.Properties.Other is not analyzed",
  ],
  [
    "a property of a role that is not made in this region",
    (template) => {
      properties(template, "Role")["ManagedPolicyArns"] = ["arn:aws:iam::aws:policy/All"];
    },
    "Resources.Role.Properties.ManagedPolicyArns is not analyzed",
  ],
  [
    "a property of an inline policy, where the role is made",
    (template) => {
      template.Conditions = {};
      Reflect.deleteProperty(template.Resources["Role"] ?? {}, "Condition");
      firstOf(properties(template, "Role")["Policies"])["More"] = "x";
    },
    "Resources.Role.Properties.Policies.0.More is not analyzed",
  ],
  [
    "a queue without a name",
    (template) => {
      Reflect.deleteProperty(properties(template, "DeadLetters"), "QueueName");
    },
    "Resources.DeadLetters.Properties.QueueName: it is missing: CloudFormation makes up a name",
  ],
  [
    "a policy that is a text",
    (template) => {
      properties(template, "DeadLettersPolicy")["PolicyDocument"] = "{}";
    },
    "Resources.DeadLettersPolicy.Properties.PolicyDocument: it must be an object",
  ],
  [
    "queues that are not a list",
    (template) => {
      properties(template, "DeadLettersPolicy")["Queues"] = "https://example.com/q";
    },
    "Resources.DeadLettersPolicy.Properties.Queues: it must be a list",
  ],
  [
    "a text that is not a number",
    (template) => {
      properties(template, "DeadLetters")["MessageRetentionPeriod"] = "14 days";
    },
    "Resources.DeadLetters.Properties.MessageRetentionPeriod: it must be a number",
  ],
  [
    "a target that is a text",
    (template) => {
      properties(template, "Forward")["Targets"] = ["hub"];
    },
    "Resources.Forward.Properties.Targets.0: it must be an object",
  ],
  [
    "a policy for a queue that the template does not make",
    (template) => {
      properties(template, "DeadLettersPolicy")["Queues"] = ["https://example.com/q"];
    },
    "Resources.DeadLettersPolicy.Queues.0: it is for a queue that the template does not create here",
  ],
])("fails for %s", (_, change, problem) => {
  expect(problemsAfter(change)).toContain(problem);
});

test("fails with everything that is not analyzed at once", () => {
  const problems = problemsAfter((template) => {
    properties(template, "Role")["ManagedPolicyArns"] = [];
    properties(template, "Heartbeat")["Tags"] = [];
  });
  expect(problems).toEqual([
    "Resources.Role.Properties.ManagedPolicyArns is not analyzed",
    "Resources.Heartbeat.Properties.Tags is not analyzed",
  ]);
});

test("what is not analyzed is a finding at the stack set, once, and makes nothing", () => {
  const report = reportAfter(({ template }) => {
    properties(template, "DeadLetters")["KmsMasterKeyId"] = "alias/aws/sqs";
  });
  const cause = {
    rule: "not-analyzed-template",
    resource: { stack: "signin-stack-set", address: SET },
    detail: "Resources.DeadLetters.Properties.KmsMasterKeyId is not analyzed",
  };
  expect(report.findings.filter(namesStackSet)).toEqual([cause]);
  for (const complaint of complaints(report)) expect(complaint).toEqual(cause);
  const covered = report.cells.filter((cell) => cell.covered).map(({ account }) => account);
  expect([...new Set(covered)]).toEqual(["111111111111"]);
});

test.each([
  ["Resources:\n  Q: {}", "it is not valid JSON"],
  ["${var.template}", "template_body cannot be resolved: it is known only where Terraform runs"],
])("a template_body that is %j is a finding", (body, reason) => {
  const { findings } = reportAfter(({ set }) => {
    set["template_body"] = body;
  });
  expect(findings.map(said)).toContain(`not-analyzed-template: ${reason}`);
});
