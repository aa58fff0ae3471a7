import { inventoryOfStacks, type StackDocument } from "../../src/coverage";
import { recipientFindings } from "../../src/coverage/findings/recipients";
import { resourceIndexOf } from "../../src/coverage/resource-index";
import { recipientsOf } from "../../src/coverage/trace/subscriptions";
import { expectationsOf, resolve } from "../../src/plan";
import { after } from "../coverage/every-rule/raise";
import type { MutableJson } from "../coverage/mutation/mutant";
import { said } from "../coverage/said";
import { HUB, HUB_REGION, organizationWith, stacksOf } from "../coverage/small-organization";

const parameter = `arn:aws:ssm:${HUB_REGION}:${HUB}:parameter/signin-alerts/pager`;
const mail = "security@example.com";
const change = {
  routes: [
    { name: "pager", recipients: ["var.pager_url", parameter] },
    { name: "mail", recipients: [mail, "var.pager_url"] },
  ],
};
const stacks = stacksOf(change);
const expected = expectationsOf(resolve(organizationWith(change)));
const SUBSCRIPTION = "aws_sns_topic_subscription";

type Section = Record<string, Record<string, MutableJson>>;
const sectionOf = (name: string, of: string, from = stacks) =>
  (from.find((stack) => stack.name === name)?.document[of] ?? {}) as Section;
/** What is wrong with recipients, and what Terraform refuses. */
function foundIn(changed: readonly StackDocument[]): readonly string[] {
  const inventory = inventoryOfStacks(changed.filter(({ name }) => /-(?:hub|trail)$/.test(name)));
  const found = recipientFindings(resourceIndexOf(inventory), expected);
  return [...inventory.problems, ...found].map(said);
}
const subscriptions = (stack: string) =>
  Object.entries(sectionOf(stack, "resource")[SUBSCRIPTION] ?? {});

describe("a recipient whose address is a secret", () => {
  test("is a variable without a default, declared once in each stack that needs it", () => {
    for (const stack of ["signin-hub", "signin-trail"]) {
      const variables = sectionOf(stack, "variable");
      expect(Object.keys(variables)).toEqual(["pager_url"]);
      expect(variables["pager_url"]).toMatchObject({ sensitive: true, nullable: false });
      expect(variables["pager_url"]).not.toHaveProperty("default");
      // Where a validation fails, Terraform prints the value.
      expect(variables["pager_url"]).not.toHaveProperty("validation");
    }
  });

  test("is a parameter of the hub, read and decrypted where its topics are", () => {
    const [read, ...others] = Object.values(
      sectionOf("signin-hub", "data")["aws_ssm_parameter"] ?? {},
    );
    expect(others).toEqual([]);
    expect(read).toMatchObject({ name: parameter, provider: `aws.${HUB_REGION}` });
    expect(sectionOf("signin-trail", "data")).toEqual({});
    expect(JSON.stringify(subscriptions("signin-trail"))).not.toContain("ssm");
  });

  test("is subscribed by https under a name that the address does not change", () => {
    const names = subscriptions("signin-hub").map(([name]) => name.replace(/_[0-9A-F]{8}$/, ""));
    expect(names.filter((name) => name.includes("topic-pager"))).toEqual([
      "topic-pager_https-arnawsssmeu-central-1222222222222parameter2Fsignin-alerts2Fpager",
      "topic-pager_https-varpager_url",
    ]);
    const secret = subscriptions("signin-hub").filter(([, { protocol }]) => protocol === "https");
    for (const [, { endpoint, lifecycle }] of secret) {
      expect(endpoint).toMatch(/^\$\{(var\.pager_url|data\.aws_ssm_parameter\.\w[\w-]*\.value)\}$/);
      expect(JSON.stringify(lifecycle)).toContain("must begin with https://");
    }
  });

  test("is known by where its address is kept", () => {
    expect(foundIn(stacks)).toEqual([]);
    const arn = `arn:aws:sns:${HUB_REGION}:${HUB}:signin-alerts-pager`;
    const index = resourceIndexOf(inventoryOfStacks(stacks));
    const [topic] = index.find("aws_sns_topic", arn);
    expect(topic && recipientsOf(index, topic, arn).recipients).toEqual([
      `https:${parameter}`,
      "https:var.pager_url",
    ]);
  });
});

describe("fails where a subscription in the place of a secret one", () => {
  const changed = (body: MutableJson | undefined) =>
    foundIn(after(SUBSCRIPTION, /varpager/, body, stacks));
  test.each<[string, MutableJson | undefined, RegExp]>([
    ["is gone", undefined, /recipient-not-subscribed: var\.pager_url/],
    ["is to an address", { endpoint: "https://other.example.com/x" }, /stale-resource: other\.ex/],
    ["is to a text that looks like it", { endpoint: "var.pager_url" }, /endpoint-invalid/],
    ["is to more than it", { endpoint: "https://x.example.com/${var.pager_url}" }, /value-unknown/],
    ["is to what nobody declares", { endpoint: "${var.other}" }, /there is no variable other/],
    ["is by mail", { protocol: "email" }, /value-unknown: endpoint: var\.pager_url/],
  ])("%s", (_, body, finding) => {
    expect(changed(body).join("\n")).toMatch(finding);
  });

  test("is to a variable with a default", () => {
    const other = structuredClone(stacks);
    Object.assign(sectionOf("signin-hub", "variable", other)["pager_url"] ?? {}, {
      default: "https://elsewhere.example.com",
    });
    expect(foundIn(other).join("\n")).toMatch(/value-unknown: endpoint: var/);
  });

  test.each<[string, MutableJson]>([
    ["is not decrypted", { with_decryption: false }],
    ["is of another name", { name: "/signin-alerts/other" }],
    ["is not loaded", { load_value: false }],
    ["is of another region", { region: "us-east-1" }],
  ])("reads a parameter that %s", (_, more) => {
    const other = structuredClone(stacks);
    const read = sectionOf("signin-hub", "data", other)["aws_ssm_parameter"] ?? {};
    Object.assign(Object.values(read)[0] ?? {}, more);
    expect(foundIn(other).join("\n")).toContain(`recipient-not-subscribed: ${parameter}`);
  });
});
