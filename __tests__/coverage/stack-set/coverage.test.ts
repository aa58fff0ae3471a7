import { catalog, placeSample } from "../../../src/catalog";
import { coverageOf, inventoryOfStacks, traceEvent } from "../../../src/coverage";
import {
  coverageHtml,
  coverageJson,
  coverageMarkdown,
  coverageTable,
} from "../../../src/coverage/report";
import { expected, HUB, MANAGEMENT, MEMBER } from "../small-organization";
import {
  complaints,
  regions,
  reportAfter,
  stackSetStacks,
  STACK,
  UNIT,
} from "./stack-set-organization";
import { said } from "../said";

const report = reportAfter();

/** What is expected where only the management account has a stack of its own. */
const expectedUnitOnly = {
  ...expected,
  accounts: expected.accounts.filter(({ id }) => id === MANAGEMENT),
};

test("every account is covered, and so is the one that stands for the organizational unit", () => {
  expect(complaints(report)).toEqual([]);
  expect(report.accounts).toEqual([
    { id: MANAGEMENT, name: "management" },
    { id: HUB, name: "security-tooling" },
    { id: MEMBER, name: "payments" },
    { id: UNIT, name: `every account of ${UNIT}` },
  ]);
  const covered = report.cells.filter(({ account }) => account === UNIT);
  expect([...new Set(covered.map(({ region }) => region))]).toEqual(regions);
});

test("the heartbeat of every account and of the organizational unit is counted", () => {
  const silent = report.heartbeats.filter(({ arrives }) => !arrives);
  expect(silent).toEqual([]);
  expect(report.heartbeats).toHaveLength(4 * regions.length);
});

test("a trace names the stack set, the account and the region", () => {
  const cell = report.cells.find(
    ({ account, region }) => account === UNIT && region === "us-east-2",
  );
  const [delivery] = cell ? report.traceOf(cell).deliveries : [];
  const own = delivery?.hops.filter(({ resource }) => resource?.stack === STACK) ?? [];
  const set = `aws_cloudformation_stack_set.Forwarder["${UNIT}"]`;
  expect(own.map(({ name, resource }) => [name, resource?.address])).toEqual([
    ["forwarding rule", `${set} us-east-2 Forward`],
    ["target", `${set} us-east-2 Forward.Targets.0`],
    ["role trust", `${set} us-east-1 Role`],
    ["role permission", `${set} us-east-1 Role`],
  ]);
});

test("without a configuration the organizational unit is found by its rules", () => {
  const found = coverageOf(inventoryOfStacks(stackSetStacks()));
  expect(found.accounts).toEqual([
    { id: MANAGEMENT },
    { id: UNIT, name: `every account of ${UNIT}` },
  ]);
  expect(complaints(found)).toEqual([]);
});

test("an event of the organizational unit is followed like that of an account", () => {
  const [kind] = catalog;
  const place = { account: UNIT, region: "us-east-2" };
  const inventory = inventoryOfStacks(stackSetStacks());
  const traced = kind && traceEvent(inventory, placeSample(kind.sample, place));
  expect(traced?.deliveries[0]?.recipients).toEqual(["email:security@example.com"]);
  expect(traced?.blockers).toEqual([]);
});

test("an organizational unit may be expected like an account, with regions of its own", () => {
  const unit = { id: UNIT, name: "workloads", regions: [...regions, "eu-west-1"] };
  const found = reportAfter(undefined, {
    ...expectedUnitOnly,
    accounts: [...expectedUnitOnly.accounts, unit],
  });
  expect(found.accounts.at(-1)).toEqual({ id: UNIT, name: "workloads" });
  const gaps = found.cells.filter(({ covered }) => !covered);
  expect(new Set(gaps.map(({ account, region }) => `${account} ${region}`))).toEqual(
    new Set([`${UNIT} eu-west-1`]),
  );
});

test("an organizational unit that the configuration does not name is of an older one", () => {
  const { findings } = reportAfter(undefined, expectedUnitOnly);
  expect(findings.map(said)).toContain(`stale-stack: ${STACK}, account ${UNIT}`);
});

test.each([
  ["table", coverageTable(report, { colors: false, all: true })],
  ["Markdown", coverageMarkdown(report)],
  ["JSON", JSON.stringify(coverageJson(report))],
  ["HTML", coverageHtml(report)],
])("the %s has a row for the organizational unit", (_, text) => {
  expect(text).toContain(UNIT);
  expect(text).toContain(`every account of ${UNIT}`);
});
