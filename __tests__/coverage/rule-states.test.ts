import { catalog, ruleStateFor } from "../../src/catalog";
import type { StackDocument } from "../../src/coverage";
import type { MutableJson } from "./mutation/mutant";
import { reportOf, stacksOf } from "./small-organization";
import { reportAfter } from "./stack-set/stack-set-organization";
import { said } from "./said";

const WITH_READS = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

/** What is found where the rules of that name, in every stack, have another state. */
function foundWith(name: RegExp, state: string | undefined): readonly string[] {
  const stacks: readonly StackDocument[] = structuredClone(stacksOf());
  for (const { document } of stacks) {
    const resources = document["resource"] as Record<string, Record<string, MutableJson>>;
    for (const body of Object.values(resources["aws_cloudwatch_event_rule"] ?? {})) {
      if (!name.test(String(body["name"]))) continue;
      if (state === undefined) Reflect.deleteProperty(body, "state");
      else body["state"] = state;
    }
  }
  return reportOf(stacks).findings.map(said);
}

test.each(["ENABLED", undefined])("a forwarding rule in the state %s misses events", (state) => {
  const found = foundWith(/-forward$/u, state);
  expect(found).not.toEqual([]);
  for (const each of found) {
    expect(each).toContain("rule-without-read-only-events: its state is ENABLED, events of");
  }
});

const doubtful = catalog.filter((kind) => kind.onByDefault && ruleStateFor([kind]) === WITH_READS);

test.each(doubtful.map(({ name }) => name))("so does a plainly enabled rule of %s", (kind) => {
  expect(foundWith(new RegExp(`-${kind}$`, "u"), "ENABLED")).toEqual([
    `rule-without-read-only-events: its state is ENABLED, events of ${kind} may be read-only`,
  ]);
});

test("a rule of kinds that only write may ask for read-only events, too", () => {
  expect(foundWith(/root-sign-in$/u, WITH_READS)).toEqual([]);
});

test("a rule of a stack set's template that is plainly enabled misses events", () => {
  const { findings } = reportAfter(({ template }) => {
    const { Properties: rule } = template.Resources["Forward"] ?? {};
    if (rule) rule["State"] = "ENABLED";
  });
  expect(findings.map(({ rule }) => rule)).toContain("rule-without-read-only-events");
});
