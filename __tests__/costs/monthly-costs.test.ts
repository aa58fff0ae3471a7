import { dollars, monthlyCosts, totalOf, volumeText } from "../../src/costs";
import { resolve } from "../../src/plan";
import { example } from "../stacks/example-organization";

const none = {
  signInsPerAccount: 0,
  otherEventsPerAccount: 0,
  kilobytesPerEvent: 2,
  kilobytesLoggedPerEvent: 0,
  logGigabytesPerAccount: 0,
  logFileGigabytesPerAccount: 0,
};

function itemOf(name: string, props = example) {
  const found = monthlyCosts(resolve(props)).find(({ item }) => item === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

test("one account in the 17 regions without opt-in costs $12.15 a month", () => {
  const id = "111111111111";
  const items = monthlyCosts(
    resolve({
      organization: { id: "o-a1b2c3d4e5", managementAccount: id },
      hub: { account: id, region: "eu-central-1" },
      accounts: [{ id, name: "only" }],
      recipients: ["security@example.com"],
    }),
  );
  const shown = items.map(({ item, quantity, dollars: cost }) => [
    item,
    Number(quantity.toPrecision(3)),
    dollars(cost),
  ]);
  expect(shown).toEqual([
    ["KMS keys", 5, "$5.00"],
    ["metrics watched by alarms", 30, "$3.00"],
    ["custom metrics", 12, "$3.60"],
    ["dashboards: the first three of an account", 2, "$0.00"],
    ["heartbeats forwarded", 517, "$0.00"],
    ["events forwarded: sign-ins and root's calls", 1100, "$0.00"],
    ["e-mails", 1100, "$0.02"],
    ["GB of events put into the archive", 0.0022, "$0.00"],
    ["GB kept in the archive", 0.00651, "$0.00"],
    ["events replayed: those of a day, as a drill", 36.2, "$0.00"],
    ["GB of the event bus's logs", 0.00485, "$0.00"],
    ["GB kept of the trail's log files", 1.2, "$0.03"],
    ["GB put into the trail's log group", 1, "$0.50"],
  ]);
  expect(dollars(totalOf(items))).toBe("$12.15");
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
  const items = monthlyCosts(resolve(example), none);
  expect(items.filter(({ basis }) => basis === "volume").map(({ dollars }) => dollars)).toEqual(
    items.filter(({ basis }) => basis === "volume").map(() => 0),
  );
  expect(totalOf(items)).toBeGreaterThan(5);
});

test("every forwarded event is paid for as a mail and in the archive, calls of root too", () => {
  const all = monthlyCosts(resolve(example), { ...none, otherEventsPerAccount: 100 });
  const paid = all.filter(({ basis, quantity }) => basis === "volume" && quantity > 0);
  expect(paid.map(({ item }) => item)).toEqual([
    "events forwarded: sign-ins and root's calls",
    "e-mails",
    "GB of events put into the archive",
    "GB kept in the archive",
    "events replayed: those of a day, as a drill",
  ]);
  const signIns = monthlyCosts(resolve(example), { ...none, signInsPerAccount: 100 });
  expect(signIns).toEqual(all);
});

test("the assumed volume is said in numbers, every one of it", () => {
  const volume = {
    signInsPerAccount: 12_345,
    otherEventsPerAccount: 678,
    kilobytesPerEvent: 9,
    kilobytesLoggedPerEvent: 4,
    logGigabytesPerAccount: 1.5,
    logFileGigabytesPerAccount: 0.25,
  };
  for (const number of ["12,345 sign-ins", "678 other", "9 kB", "4 kB", "1.5 GB", "0.25 GB"]) {
    expect(volumeText(volume)).toContain(number);
  }
});

test("the archive is paid for by the days that events are kept, and without one nothing is", () => {
  const hub = (archiveDays: number) => ({ ...example, hub: { ...example.hub, archiveDays } });
  const kept = "GB kept in the archive";
  expect(itemOf(kept, hub(900)).quantity).toBeCloseTo(10 * itemOf(kept).quantity);
  const into = "GB of events put into the archive";
  expect(itemOf(into, hub(900)).quantity).toBe(itemOf(into).quantity);
  const without = monthlyCosts(resolve(hub(0))).map(({ item }) => item);
  expect(without.filter((item) => /archive|replayed/u.test(item))).toEqual([]);
});

test("the logs of the event bus are paid for by sign-ins and heartbeats, and without them nothing is", () => {
  const name = "GB of the event bus's logs";
  const quiet = itemOf(name, { ...example, heartbeat: { hours: 0 } });
  expect(quiet.quantity).toBeCloseTo((1_000 * example.accounts.length * 3) / 1e6);
  expect(itemOf(name).quantity).toBeGreaterThan(quiet.quantity);
  const hub = { ...example.hub, logRetentionDays: 0 };
  const without = monthlyCosts(resolve({ ...example, hub })).map(({ item }) => item);
  expect(without).not.toContain(name);
});

test("heartbeats every two hours are twelve times as many as one a day", () => {
  const often = { ...example, heartbeat: { hours: 2 } };
  const name = "heartbeats forwarded";
  expect(itemOf(name, often).quantity).toBeCloseTo(12 * itemOf(name).quantity);
});

test("an existing trail, existing topics and no heartbeat leave the alerts alone to pay for", () => {
  const items = monthlyCosts(
    resolve({
      ...example,
      trail: { type: "existing" },
      operations: { topicArn: "arn:aws:sns:eu-central-1:222222222222:operations" },
      heartbeat: { hours: 0 },
    }),
    none,
  );
  const found = Object.fromEntries(items.map(({ item, quantity }) => [item, quantity]));
  expect(found).toMatchObject({ "KMS keys": 2, "custom metrics": 0 });
  expect(found).not.toHaveProperty(["GB put into the trail's log group"]);
});
