import { isUnresolved } from "../../../src/coverage";
import { at, inventoryOf, written } from "./documents";
import { said } from "../said";

test("references within a stack become what AWS would give", () => {
  const inventory = inventoryOf({
    aws_sqs_queue: { q: { provider: "aws.ohio", name: "letters" } },
    aws_kms_key: { k: { provider: "aws.frankfurt" } },
    aws_sns_topic: {
      t: { provider: "aws.frankfurt", name: "alerts", kms_master_key_id: "${aws_kms_key.k.arn}" },
    },
    aws_cloudwatch_event_rule: {
      r: {
        provider: "aws.frankfurt",
        name: "${aws_sns_topic.t.name}-rule",
        event_bus_name: "hub",
        description: "${aws_sqs_queue.q.arn} ${aws_sqs_queue.q.url}",
      },
    },
  });
  expect(at(inventory, "aws_cloudwatch_event_rule.r").attributes).toMatchObject({
    name: "alerts-rule",
    arn: "arn:aws:events:eu-central-1:111111111111:rule/hub/alerts-rule",
    description:
      "arn:aws:sqs:us-east-2:222222222222:letters https://sqs.us-east-2.amazonaws.com/222222222222/letters",
  });
  expect(at(inventory, "aws_sns_topic.t").attributes["kms_master_key_id"]).toBe(
    at(inventory, "aws_kms_key.k").attributes["arn"],
  );
  expect(inventory.unresolved).toEqual([]);
});

test("Terraform's escapes are undone", () => {
  expect(written("a $${b} %%{c} {d}")).toBe("a ${b} %{c} {d}");
  expect(written('${"x$${y}"}')).toBe("x${y}");
});

test.each([
  ['${jsonencode({"a" = ["<", 1, true, null]})}', '{"a":["\\u003c",1,true,null]}'],
  [
    '${jsonencode({\n  "a" = {\n    b = 1,\n    c = 2\n  }\r\n  d = [1,\n 2]\n})}',
    '{"a":{"b":1,"c":2},"d":[1,2]}',
  ],
  ["${local.name}-x", "letters-x"],
  ['${"${["a"][0]}"}-${{ b = "c" }.b}', "a-c"],
  ["${1 + 2 * 3 - -4 / 2}${7 % 4}", "93"],
  ["${1 < 2 && 2 >= 2 || !(1 == 1)} ${1 != 1} ${2 <= 1}${3 > 2}", "true false falsetrue"],
  ['${local.name == "letters" ? "same" : local.gone}', "same"],
  ["%{ if !false ~}  a %{~ else }b%{ endif }%{ if false }c%{ endif }d", "ad"],
  ['${"\\t\\"\\u0041\\U0001F600"}', '\t"A😀'],
  ["${<<EOT\na ${local.name}\nEOT\n}", "a letters\n"],
  ["${<<-EOT\n    a\n  b\n  EOT\n}", "  a\nb\n"],
  ["${1 /* one */ + // and\n 1 # more\n}", 2],
  ["${data.aws_region.here.name}", "us-east-2"],
  ["${data.aws_caller_identity.me.account_id}", "222222222222"],
])("%s is %s", (expression, value) => {
  const data = {
    aws_region: { here: { provider: "aws.ohio" } },
    aws_caller_identity: { me: { provider: "aws.ohio" } },
  };
  expect(written(expression, { locals: { name: "letters" }, data })).toBe(value);
});

test.each([
  ["${var.name}", "it is known only where Terraform runs"],
  ["x-${random_id.r.hex}", "there is no random_id.r in the stack"],
  ['${upper("x")}', "the function upper is not known here"],
  ["${1.5 + 2}", "an operation on what is no whole number is not analyzed"],
  ["${[for a in [1] : a]}", "a for expression is not analyzed"],
  ["${aws_sqs_queue.q[*].name}", "a splat [*] is not analyzed"],
  ["${max([1]...)}", "... is not analyzed"],
  ["${can(local.other)}", "the function can is not known here"],
  ['${"x" ? 1 : 2}', "a condition is neither true nor false"],
  ["${[1] == [1]}", "the comparison of lists or maps is not analyzed"],
  ["%{ for a in [1] }x%{ endfor }", "a directive %{ for } is not analyzed"],
  ["%{ if true }${[1]}%{ endif }", "a list or a map stands in a text"],
  ["${jsonencode({ a = 1 b = 2 })}", "} is missing at character 22"],
  ["${jsonencode([1\n2])}", "] is missing at character 17"],
  ["${local.other}", "there is no local.other"],
  ["${aws_sqs_queue.q.name}", "it refers to itself"],
])("%s is kept as unresolved", (expression, reason) => {
  const value = written(expression);
  expect(isUnresolved(value) && value.reason).toBe(reason);
});

test("a reference to nothing is a problem that names who refers", () => {
  const queue = { provider: "aws.ohio", name: "q", depends_on: ["aws_iam_role.gone"] };
  const rule = {
    provider: "aws.ohio",
    name: "${aws_sns_topic.gone.name}",
    schedule_expression: "rate(1 day)",
  };
  const { problems } = inventoryOf({
    aws_sqs_queue: { q: queue },
    aws_cloudwatch_event_rule: { r: rule },
  });
  expect(problems.map((problem) => [problem.resource?.address, said(problem)])).toEqual([
    [
      "aws_cloudwatch_event_rule.r",
      expect.stringMatching(/^reference-dangling: .*there is no aws_sns_topic\.gone/),
    ],
    ["aws_sqs_queue.q", "reference-dangling: depends_on names aws_iam_role.gone"],
  ]);
});
