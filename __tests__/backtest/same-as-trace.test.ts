import { catalog, placeSample, samplesOf } from "../../src/catalog";
import { inventoryOfStacks, traceWanted } from "../../src/coverage";
import { Judge } from "../../src/backtest/judge";
import { expectationsOf, resolve } from "../../src/plan";
import type { SignInAlertsProps } from "../../src/stacks";
import { MEMBER, organizationWith, stacksOf } from "../coverage/small-organization";

const everyKindOn = Object.fromEntries(catalog.map(({ name, severity }) => [name, severity]));

const configurations: Readonly<Record<string, Partial<SignInAlertsProps>>> = {
  "one recipient": {},
  "every kind on": { kinds: everyKindOn },
  routes: {
    kinds: everyKindOn,
    routes: [
      { name: "severe", minSeverity: "high", recipients: ["a@example.com"] },
      { name: "all", recipients: ["b@example.com"], exceptAccounts: ["111111111111"] },
    ],
  },
  ignore: {
    ignore: [
      {
        kinds: ["federated-sign-in", "sso-sign-in"],
        accounts: [MEMBER],
        reason: "a test",
        until: "2027-11-30",
      },
    ],
  },
};

describe.each(Object.entries(configurations))("with %s", (_, change) => {
  const plan = resolve(organizationWith(change));
  const inventory = inventoryOfStacks(stacksOf(change));
  const judge = new Judge(plan);
  const titles = new Map(plan.hub.routes.map(({ topic, title }) => [topic.arn, title]));

  function traced(event: ReturnType<typeof placeSample>) {
    const { deliveries, silence } = traceWanted(inventory, event, expectationsOf(plan));
    const routes = deliveries.map(({ kind, topic }) => `${kind} by ${titles.get(topic) ?? topic}`);
    return { alerts: routes.sort(), onPurpose: silence?.onPurpose };
  }

  function judged(event: ReturnType<typeof placeSample>) {
    const fate = judge.fateOf(event);
    const rules = fate.type === "alerted" ? fate.rules : [];
    return {
      alerts: rules.map(({ kind, route }) => `${kind.name} by ${route.title}`).sort(),
      onPurpose:
        fate.type === "ignored" ? true : fate.type === "silent" ? fate.onPurpose : undefined,
    };
  }

  const samples = catalog.flatMap((kind) =>
    samplesOf(kind).map((sample, part) => ({ name: `${kind.name} ${part}`, sample })),
  );

  test.each(samples)("a sample of $name has the kind and routes that trace says", ({ sample }) => {
    const event = placeSample(sample, { account: MEMBER, region: "us-east-1", partition: "aws" });
    expect(judged(event)).toEqual(traced(event));
  });
});
