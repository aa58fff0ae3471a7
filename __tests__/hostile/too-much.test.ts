/** @jest-environment-options {"ownModules": true} */
import { coverageOf, inventoryOfStacks, type StackDocument } from "../../src/coverage";
import { selectedAccounts } from "../../src/plan/selectors";
import { callsOf } from "../calls-of";
import { allOf, plain } from "../coverage/every-rule/raise";
import type { MutableJson } from "../coverage/mutation/mutant";

/** The Terraform of the hub, as far as it is damaged. */
interface Hub {
  readonly resource: Record<string, Record<string, MutableJson>>;
  readonly provider: { readonly aws: readonly MutableJson[] };
  data?: unknown;
  locals?: unknown;
}

/** What the queue of the hub says, and what stands beside it in the stack of the hub. */
interface Bomb {
  readonly queue?: MutableJson;
  readonly locals?: MutableJson;
  readonly hub?: (hub: Hub) => void;
  readonly found: RegExp | undefined;
}

/** Locals `l0` to `l40`, each made of the next one. */
function locals(each: (next: string) => unknown, levels = 40): MutableJson {
  const made = Array.from({ length: levels }, (_, at) => [`l${at}`, each(`\${local.l${at + 1}}`)]);
  return { ...(Object.fromEntries(made) as MutableJson), [`l${levels}`]: "x" };
}

function nested(levels: number, inner: unknown, around: (inner: unknown) => unknown): unknown {
  let json = inner;
  for (let level = 0; level < levels; level++) json = around(json);
  return json;
}

const between = (open: string, close: string): string => open.repeat(5000) + close.repeat(5000);

function topicPolicies(policy: string): (hub: Hub) => void {
  return ({ resource }) => {
    for (const topic of Object.values(resource["aws_sns_topic"] ?? {})) topic["policy"] = policy;
  };
}

const wildcards = JSON.stringify({
  Version: "2012-10-17",
  Statement: {
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Action: "sns:Publish",
    Resource: "*",
    Condition: { StringLike: { "aws:SourceArn": `${"*?".repeat(24)}!` } },
  },
});

const bombs: Readonly<Record<string, Bomb>> = {
  "a resource counted to a million": { queue: { count: 1_000_000 }, found: /over 20,000/ },
  "a count that no array holds": { queue: { count: 4_294_967_296 }, found: /over 20,000/ },
  "a count in a text": { queue: { count: "${4294967296}" }, found: /over 20,000/ },
  "locals in a circle": {
    locals: { a: "${local.b}", b: "x${local.a}" },
    queue: { name: "${local.a}" },
    found: /it refers to itself/,
  },
  "texts, each twice the next": {
    locals: locals((next) => next + next),
    queue: { name: "${local.l15}" },
    found: /a text of more than 1000000 characters/,
  },
  "lists, each twice the next": {
    locals: locals((next) => [next, next]),
    queue: { name: "${local.l15}" },
    found: /stand for over 1000000 values/,
  },
  "maps of instances, each twice the next": {
    locals: locals((next) => ({ a: next, b: next })),
    queue: { for_each: "${local.l15}" },
    found: /stand for over 1000000 values/,
  },
  "references in a row": {
    locals: locals((next) => next, 5000),
    queue: { name: "${local.l0}" },
    found: /over 30 references in a row/,
  },
  "arrays in arrays": {
    queue: { tags: nested(10_000, "x", (inner) => [inner]) },
    found: /tags must be a map/,
  },
  "brackets in an expression": {
    queue: { name: `\${${between("(", ")")}}` },
    found: /more than 30 levels deep/,
  },
  "lists in an expression": {
    queue: { name: `\${${between("[", "]")}}` },
    found: /more than 30 levels deep/,
  },
  "texts in expressions in texts": {
    queue: { name: nested(5000, "x", (inner) => `\${"${String(inner)}"}`) },
    found: /more than 30 levels deep/,
  },
  "wildcards in a policy": { hub: topicPolicies(wildcards), found: /SourceArn/ },
  "a policy nested too deep": {
    hub: topicPolicies(between("[", "]")),
    found: /nested more than 100 levels deep/,
  },
  "providers that need what they read": {
    hub: (hub) => {
      hub.data = { aws_caller_identity: { me: { provider: "aws" } } };
      for (const provider of hub.provider.aws) {
        provider["default_tags"] = [
          { tags: { account: "${data.aws_caller_identity.me.account_id}" } },
        ];
      }
    },
    found: undefined,
  },
  "a protocol that is a name of JavaScript": {
    hub: ({ resource }) => {
      const subscriptions = Object.values(resource["aws_sns_topic_subscription"] ?? {});
      for (const each of subscriptions) each["protocol"] = "constructor";
    },
    found: /the protocol constructor/,
  },
};

function judged(stacks: readonly StackDocument[]): string {
  return allOf(coverageOf(inventoryOfStacks(stacks)))
    .map(({ rule, detail }) => `${rule}: ${detail}`)
    .join("\n");
}

const callsDuring = callsOf();
const usual = callsDuring(() => void judged(plain));

test.each(Object.entries(bombs))("%s cost little more than without", (_, bomb) => {
  const stacks = structuredClone(plain);
  // Edge: JSON that this package wrote.
  const hub = stacks.find(({ name }) => name === "signin-hub")?.document as unknown as Hub;
  const queues = hub.resource["aws_sqs_queue"] ?? {};
  const [path] = Object.keys(queues);
  // What alerts neither pass nor need is nobody's finding, so it is a queue of the path.
  if (bomb.queue && path !== undefined) queues[path] = { ...queues[path], ...bomb.queue };
  if (bomb.locals) hub.locals = bomb.locals;
  bomb.hub?.(hub);
  let found = "";
  expect(callsDuring(() => (found = judged(stacks)))).toBeLessThan(usual + 10_000_000);
  if (bomb.found === undefined) expect(found).toBe("");
  else expect(found).toMatch(bomb.found);
  expect(found.length).toBeLessThan(100_000);
});

test("a selector with many wildcards costs no more than its length times that of a name", () => {
  const accounts = [{ id: "111111111111", name: "a".repeat(2000) }];
  const selector = `${"a*".repeat(500)}b`;
  expect(callsDuring(() => void selectedAccounts([selector], accounts))).toBeLessThan(100_000);
  expect(selectedAccounts([selector], accounts)).toEqual([]);
  expect(selectedAccounts(["a*a*a"], accounts)).toEqual(["111111111111"]);
});
