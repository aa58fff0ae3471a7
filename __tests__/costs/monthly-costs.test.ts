import { monthlyCosts, totalOf } from "../../src/costs";
import { example } from "../stacks/example-organization";

const none = { signInsPerAccount: 0, logGigabytesPerAccount: 0, logFileGigabytesPerAccount: 0 };

function itemOf(name: string, props = example) {
  const found = monthlyCosts(props).find(({ item }) => item === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

test("each item is its quantity at its price, and the total is their sum", () => {
  const items = monthlyCosts(example);
  for (const { quantity, price, dollars } of items) expect(dollars).toBe(quantity * price);
  expect(totalOf(items)).toBeCloseTo(items.reduce((sum, { dollars }) => sum + dollars, 0));
});

test("alarms and metrics cost the same for one account and for a hundred", () => {
  const accounts = Array.from({ length: 100 }, (_, i) => ({
    id: String(200_000_000_000 + i),
    name: `account ${i}`,
  }));
  const many = { ...example, accounts: [...example.accounts, ...accounts] };
  for (const name of ["KMS keys", "metrics watched by alarms", "custom metrics"]) {
    expect(itemOf(name, many).dollars).toBe(itemOf(name).dollars);
  }
});

test("without any sign-in only what the configuration makes is paid for", () => {
  const items = monthlyCosts(example, none);
  expect(items.filter(({ basis }) => basis === "volume").map(({ dollars }) => dollars)).toEqual(
    items.filter(({ basis }) => basis === "volume").map(() => 0),
  );
  expect(totalOf(items)).toBeGreaterThan(5);
});

test("heartbeats every hour are 24 times as many as one a day", () => {
  const often = { ...example, heartbeat: { hours: 1 } };
  const name = "million heartbeats forwarded";
  expect(itemOf(name, often).quantity).toBeCloseTo(24 * itemOf(name).quantity);
});

test("an existing trail, existing topics and no heartbeat leave the alerts alone to pay for", () => {
  const items = monthlyCosts(
    {
      ...example,
      trail: { type: "existing" },
      operations: { topicArn: "arn:aws:sns:eu-central-1:222222222222:operations" },
      heartbeat: { hours: 0 },
    },
    none,
  );
  const found = Object.fromEntries(items.map(({ item, quantity }) => [item, quantity]));
  expect(found).toMatchObject({ "KMS keys": 1, "custom metrics": 0 });
  expect(found).not.toHaveProperty(["GB into the trail's log group"]);
});
