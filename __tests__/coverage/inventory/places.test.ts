import { isUnresolved } from "../../../src/coverage";
import { ACCOUNT, at, inventoryOf } from "./documents";

const rule = { name: "forward" };

test("account and region are those of the provider", () => {
  const inventory = inventoryOf({
    aws_cloudwatch_event_rule: {
      a: { ...rule, provider: "aws.frankfurt" },
      b: { ...rule, provider: "aws.ohio" },
    },
  });
  expect(at(inventory, "aws_cloudwatch_event_rule.a")).toMatchObject({
    account: ACCOUNT,
    region: "eu-central-1",
  });
  expect(at(inventory, "aws_cloudwatch_event_rule.b")).toMatchObject({
    account: "222222222222",
    region: "us-east-2",
  });
});

test("a resource's own region comes before that of its provider", () => {
  const inventory = inventoryOf({
    aws_cloudwatch_event_rule: { a: { ...rule, provider: "aws.frankfurt", region: "eu-west-1" } },
  });
  expect(at(inventory, "aws_cloudwatch_event_rule.a").attributes["arn"]).toBe(
    "arn:aws:events:eu-west-1:111111111111:rule/forward",
  );
});

test("for_each over a set makes an instance for each region, and references find their own", () => {
  const each = { provider: "aws.frankfurt", for_each: '${toset(["eu-west-1", "us-east-1"])}' };
  const inventory = inventoryOf({
    aws_cloudwatch_event_rule: { r: { ...each, ...rule, region: "${each.value}" } },
    aws_cloudwatch_event_target: {
      t: {
        ...each,
        for_each: "${aws_cloudwatch_event_rule.r}",
        region: "${each.key}",
        rule: "${each.value.name}",
        arn: "${aws_cloudwatch_event_rule.r[each.key].arn}",
      },
    },
  });
  expect(at(inventory, 'aws_cloudwatch_event_target.t["us-east-1"]')).toMatchObject({
    region: "us-east-1",
    attributes: { rule: "forward", arn: "arn:aws:events:us-east-1:111111111111:rule/forward" },
  });
  expect(inventory.resources).toHaveLength(4);
});

test("for_each over a map and count are expanded", () => {
  const inventory = inventoryOf({
    aws_sqs_queue: {
      m: { provider: "aws.ohio", for_each: { a: { name: "one" } }, name: "${each.value.name}" },
      c: { provider: "aws.ohio", count: 2, name: "q-${count.index}" },
    },
  });
  expect(
    inventory.resources.map(({ address, attributes }) => [address, attributes["name"]]),
  ).toEqual([
    ['aws_sqs_queue.m["a"]', "one"],
    ["aws_sqs_queue.c[0]", "q-0"],
    ["aws_sqs_queue.c[1]", "q-1"],
  ]);
});

test("a collection that is known only later leaves its instances unresolved", () => {
  const inventory = inventoryOf({
    aws_sqs_queue: { m: { provider: "aws.ohio", for_each: "${var.all}", name: "${each.value}" } },
  });
  const [queue] = inventory.resources;
  expect(queue?.address).toBe("aws_sqs_queue.m[*]");
  expect(isUnresolved(queue?.attributes["name"])).toBe(true);
});

test.each([
  ["aws.nowhere", "there is no provider aws.nowhere"],
  ["aws.two", "the provider aws.two assumes a role of 2 but allows only 1"],
  ["aws.many", "the provider aws.many does not say which account it is for"],
])("the account of provider %s is unresolved", (provider, reason) => {
  const arn = "arn:aws:iam::2:role/x";
  const aws = [
    {
      alias: "two",
      region: "us-east-1",
      allowed_account_ids: ["1"],
      assume_role: { role_arn: arn },
    },
    { alias: "many", region: "us-east-1", allowed_account_ids: ["1", "2"] },
  ];
  const inventory = inventoryOf(
    { aws_cloudwatch_event_rule: { a: { ...rule, provider } } },
    { provider: { aws } },
  );
  const { account } = at(inventory, "aws_cloudwatch_event_rule.a");
  expect(isUnresolved(account) && account.reason).toBe(reason);
});

test.each<[object, string | undefined]>([
  [{}, "eu-central-1"],
  [{ name: "us-east-1" }, "us-east-1"],
  [{ region: "us-east-1" }, "us-east-1"],
  [{ region: "${var.region}" }, undefined],
  [{ endpoint: "https://ec2.us-east-1.amazonaws.com" }, undefined],
])("a data source of a region with %j is about %s", (body, region) => {
  const name = "${data.aws_region.here.name}";
  const data = { aws_region: { here: { provider: "aws.frankfurt", ...body } } };
  const queue = { provider: "aws.frankfurt", name };
  const value = at(inventoryOf({ aws_sqs_queue: { q: queue } }, { data }), "aws_sqs_queue.q");
  const found = value.attributes["name"];
  expect(isUnresolved(found) ? undefined : found).toBe(region);
});
