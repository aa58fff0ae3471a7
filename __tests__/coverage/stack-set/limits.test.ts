import { said } from "../said";
import { problemsOf } from "./one-stack";
import { complaints, reportAfter, type StackSetParts } from "./stack-set-organization";
import { forwarderTemplate, type MutableJson, type MutableTemplate } from "./template";

function properties(template: MutableTemplate, id: string): MutableJson {
  return template.Resources[id]?.Properties ?? {};
}

function firstOf(value: unknown): MutableJson {
  const [first] = value as readonly MutableJson[];
  return first ?? {};
}

test.each<[string, (template: MutableTemplate) => void, string]>([
  [
    "a target without an id",
    (template) => {
      Reflect.deleteProperty(firstOf(properties(template, "Forward")["Targets"]), "Id");
    },
    "Resources.Forward.Properties.Targets.0.Id: it is missing",
  ],
  [
    "a name that is longer than AWS allows",
    (template) => {
      properties(template, "Forward")["Name"] = "x".repeat(65);
    },
    `Resources.Forward: name must be 1 to 64 characters that fit ^[\\w.-]+$, not "${"x".repeat(65)}"`,
  ],
  [
    "a number that is out of range",
    (template) => {
      properties(template, "DeadLetters")["MessageRetentionPeriod"] = "59";
    },
    "Resources.DeadLetters: message_retention_seconds must be 60 to 1209600, not 59",
  ],
  [
    "a name within the template that has another sign",
    (template) => {
      Object.assign(template.Resources, { "My-Queue": template.Resources["DeadLetters"] });
    },
    "Resources.My-Queue: a name must have letters and digits only",
  ],
  [
    "a description that is longer than AWS allows",
    (template) => {
      template["Description"] = "x".repeat(1025);
    },
    "Description: it must be at most 1,024 bytes",
  ],
])("fails for %s, which AWS refuses", (_, change, problem) => {
  const template = forwarderTemplate();
  change(template);
  expect(problemsOf(template)).toContain(problem);
});

test.each<[string, (template: MutableTemplate) => void]>([
  [
    "numbers as texts",
    (template) => {
      properties(template, "DeadLetters")["MessageRetentionPeriod"] = "1209600";
    },
  ],
  [
    "the default event bus by name",
    (template) => {
      properties(template, "Forward")["EventBusName"] = "default";
    },
  ],
  [
    "no retry policy, which is the longest",
    (template) => {
      Reflect.deleteProperty(firstOf(properties(template, "Forward")["Targets"]), "RetryPolicy");
    },
  ],
  [
    "a longest session",
    (template) => {
      properties(template, "Role")["MaxSessionDuration"] = 3600;
    },
  ],
])("a template with %s covers as one without", (_, change) => {
  const report = reportAfter(({ template }) => {
    change(template);
  });
  expect(complaints(report)).toEqual([]);
});

test.each<[string, (parts: StackSetParts) => void]>([
  [
    "a stack set by its id",
    ({ instances }) => {
      instances["stack_set_name"] = "${aws_cloudformation_stack_set.Forwarder.id}";
    },
  ],
  [
    "a filter that leaves no account out",
    ({ instances }) => {
      instances.deployment_targets["account_filter_type"] = "NONE";
    },
  ],
  [
    "the hub as a parameter",
    ({ template, set }) => {
      const target = firstOf(properties(template, "Forward")["Targets"]);
      template["Parameters"] = { Hub: { Type: "String" } };
      set["parameters"] = { Hub: target["Arn"] };
      target["Arn"] = { Ref: "Hub" };
    },
  ],
])("stack instances with %s cover as those without", (_, change) => {
  expect(complaints(reportAfter(change))).toEqual([]);
});

test("a queue whose sources by redrive are no word of SQS is found", () => {
  const report = reportAfter(({ template }) => {
    properties(template, "DeadLetters")["RedriveAllowPolicy"] = { redrivePermission: "some" };
  });
  expect(complaints(report).map(said)).toContain(
    "value-invalid: redrivePermission of redrive_allow_policy must be one of allowAll, denyAll, byQueue",
  );
});
