import { inventoryOfPlan } from "../../../src/coverage";
import { recipientFindings } from "../../../src/coverage/findings/recipients";
import { endpointOf, resourceIndexOf } from "../../../src/coverage/resource-index";
import { said } from "../said";

const address = "https://events.example.com/integration/c0ffee/enqueue";
const topic_arn = "arn:aws:sns:eu-central-1:222222222222:signin-alerts";
const parameter = "arn:aws:ssm:eu-central-1:222222222222:parameter/pager";

const resource = (type: string, name: string, rest: object) => ({
  address: `${type}.${name}`,
  mode: "managed",
  type,
  name,
  ...rest,
});
const provider = {
  name: "aws",
  expressions: {
    region: { constant_value: "eu-central-1" },
    allowed_account_ids: { constant_value: ["222222222222"] },
  },
};
/** Values as `terraform show -json` writes them: a secret is there, and marked. */
const values = (endpoints: readonly string[]) => ({
  root_module: {
    resources: [
      resource("aws_sns_topic", "t", { values: { name: "signin-alerts", arn: topic_arn } }),
      ...endpoints.map((endpoint, i) =>
        resource("aws_sns_topic_subscription", `s${i}`, {
          values: { topic_arn, protocol: "https", endpoint },
          sensitive_values: { endpoint: true },
        }),
      ),
    ],
  },
});

/** A plan whose endpoint is that expression. */
const planOf = (endpoint: object, value = address) =>
  inventoryOfPlan({
    format_version: "1.2",
    variables: { pager_url: { value: address } },
    planned_values: values([value]),
    prior_state: {
      values: { root_module: { resources: [{ values: { arn: parameter, value: address } }] } },
    },
    configuration: {
      provider_config: { aws: provider },
      root_module: {
        variables: { pager_url: { sensitive: true } },
        resources: [
          resource("aws_sns_topic_subscription", "s0", {
            provider_config_key: "aws",
            expressions: { endpoint },
          }),
          {
            ...resource("aws_ssm_parameter", "p", { provider_config_key: "aws" }),
            mode: "data",
            expressions: { name: { constant_value: "/pager" } },
          },
        ],
      },
    },
  });
const endpointIn = (inventory: ReturnType<typeof planOf>) =>
  inventory.resources
    .filter(({ type }) => type === "aws_sns_topic_subscription")
    .map(({ attributes }) => endpointOf(attributes))
    .join();

test.each([
  ["a variable", "var.pager_url", "var.pager_url"],
  ["a parameter", "data.aws_ssm_parameter.p.value", parameter],
])("a plan of JSON or of HCL is known by %s, not by the address that it holds", (_, from, to) => {
  const references = [from];
  expect(endpointIn(planOf({ constant_value: `\${${from}}`, references }))).toBe(to);
  expect(endpointIn(planOf({ references }))).toBe(to);
});

test("an endpoint that holds more than the variable is none of it", () => {
  const more = `${address}/more`;
  const references = ["var.pager_url"];
  expect(endpointIn(planOf({ references }, more))).toBe(more);
  expect(endpointIn(planOf({ constant_value: "${var.pager_url}/more", references }, more))).toBe(
    more,
  );
});

test("fails where a plan has an address in the place of the variable", () => {
  expect(endpointIn(planOf({ constant_value: address }))).toBe(address);
});

describe("a state does not say where an address is kept, so", () => {
  const found = (endpoints: readonly string[], expected: readonly string[]) => {
    const inventory = inventoryOfPlan({ format_version: "1.0", values: values(endpoints) });
    const route = { name: "all", topicArn: topic_arn, kinds: [], recipients: expected, rules: [] };
    return recipientFindings(resourceIndexOf(inventory), {
      recipients: expected,
      routes: [route],
    }).map(said);
  };
  const secrets = ["var.pager_url", parameter];

  test("any https address may be the one of a variable, and two places may hold the same", () => {
    expect(found([address], ["var.pager_url"])).toEqual([]);
    expect(found([address], secrets)).toEqual([]);
    expect(found([address, `${address}2`], secrets)).toEqual([]);
  });

  test("fails for more addresses than places", () => {
    const stale = found([address, `${address}2`, `${address}3`], secrets);
    expect(stale).toHaveLength(3);
    for (const finding of stale) expect(finding).toMatch(/^stale-resource: events\.example\.com#/);
  });

  test("fails for no address at all, and for one where none is a secret", () => {
    expect(found([], secrets)).toContain("recipient-not-subscribed: var.pager_url");
    expect(found([address], ["https://other.example.com/x"])).toContainEqual(
      expect.stringMatching(/^stale-resource: events\.example\.com#/),
    );
  });
});
