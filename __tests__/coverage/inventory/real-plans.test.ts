import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  coverageOf,
  inventoryOfPlan,
  inventoryOfStacks,
  readPlans,
  type CoverageReport,
  type Inventory,
} from "../../../src/coverage";
import { joinInventories } from "../../../src/coverage/inventory/inventory";
import { coverageTable } from "../../../src/coverage/report";
import { expectationsOf, resolve } from "../../../src/plan";
import { recorded } from "../../fixtures/real/organization";
import { SignInAlerts } from "../../../src/stacks";
import { synthesizedStacks } from "../../terraform/synthesized-stacks";

// What Terraform says with the real provider: see the README of the folder.
const fixtures = join(__dirname, "../../fixtures/real");
const expected = expectationsOf(resolve(recorded));

function read(kind: string): Inventory {
  const inventory = readPlans(join(fixtures, kind));
  if (inventory === undefined) throw new Error(`${kind} holds no plans`);
  return inventory;
}

/** The report, without the saved queries, which the server that the plans are of has no API for. */
function reportOf(inventory: Inventory): CoverageReport {
  const report = coverageOf(inventory, { expected });
  return {
    ...report,
    findings: report.findings.filter(({ rule }) => rule !== "saved-query-differs"),
  };
}

function synthesized(): Inventory {
  return inventoryOfStacks(
    synthesizedStacks((app) => {
      new SignInAlerts(app, "signin-alerts", recorded);
    }).map(({ name, configuration }) => ({ name, document: { ...configuration } })),
  );
}

const folder = reportOf(synthesized());

test.each(["first-plan", "state", "refreshed-state", "drift-plan"])(
  "%s of the real provider has the verdict of the folder, finding by finding",
  (kind) => {
    const report = reportOf(read(kind));
    expect(report.cells).toEqual(folder.cells);
    expect(report.cells.every(({ covered }) => covered)).toBe(true);
    expect(report.findings).toEqual(folder.findings);
    expect(report.findings).toEqual([]);
    expect(report.heartbeats).toEqual(folder.heartbeats);
  },
);

interface Stored {
  readonly values: object;
}

/** The state of the hub, with a change to its resources. */
function changedState(change: (resources: readonly Stored[]) => readonly Stored[]): Inventory {
  const text = readFileSync(join(fixtures, "state/signin-hub.json"), "utf8");
  // Edge: Terraform wrote this JSON.
  const state = JSON.parse(text) as { values: { root_module: { resources: readonly Stored[] } } };
  const { root_module: root } = state.values;
  root.resources = change(root.resources);
  return joinInventories(
    ["signin-trail", "signin-account-111111111111", "signin-account-222222222222"]
      .map((stack) => {
        const other = readFileSync(join(fixtures, `state/${stack}.json`), "utf8");
        return inventoryOfPlan(JSON.parse(other), stack);
      })
      .concat(inventoryOfPlan(state, "signin-hub")),
  );
}

const deposed = (resource: Stored, values = {}) => ({
  ...resource,
  values: { ...resource.values, ...values },
  deposed_key: "0123abcd",
});

test("what is deposed in a state is no part of it: neither a second one nor a finding", () => {
  const report = reportOf(
    changedState((resources) => [
      ...resources,
      ...resources.map((each) => deposed(each, { event_bus_name: "another", state: "DISABLED" })),
    ]),
  );
  expect(report.cells).toEqual(folder.cells);
  expect(report.findings).toEqual([]);
});

test("what is only deposed in a state brings no alert", () => {
  const report = reportOf(changedState((resources) => resources.map((each) => deposed(each))));
  expect(report.cells.filter(({ covered }) => covered)).toEqual([]);
});

const clean = read("refreshed-state");
const drifted = read("drifted-state");
const drift = read("drift-plan").drift ?? [];

/** Changes that take no alert away and weaken nothing that watches, each with the reason. */
const harmless: Readonly<Record<string, string>> = {
  aws_cloudwatch_event_bus_policy: "it lets in the hub account, besides whom it let in before",
  aws_cloudwatch_log_group: "log events are kept for a shorter time",
  aws_s3_bucket_public_access_block: "log files: no alert is made of them",
  aws_s3_bucket_versioning: "log files: no alert is made of them",
};

/** The state in which only this resource is as it was left by hand. */
function withOne(address: string): Inventory {
  const now = drifted.resources.filter((resource) => nameOf(resource) === address);
  const others = clean.resources.filter((resource) => nameOf(resource) !== address);
  return { ...clean, resources: [...others, ...now] };
}

function nameOf({ stack, address }: { readonly stack: string; readonly address: string }): string {
  return `${stack} ${address}`;
}

describe("what was changed by hand on the server", () => {
  const changes = readFileSync(join(fixtures, "changed-by-hand.txt"), "utf8").trim().split("\n");

  test("is in the drift of the plan, at least as often as the list says", () => {
    expect(changes.length).toBeGreaterThan(20);
    expect(drift.length).toBeGreaterThanOrEqual(changes.length - 3);
    expect(drift.every(({ isRepaired }) => isRepaired)).toBe(true);
    expect(read("refresh-only-plan").drift?.some(({ isRepaired }) => isRepaired)).toBe(false);
  });

  const losing = drift.filter(({ address }) => !((address.split(".")[0] ?? "") in harmless));

  test.each(losing.map(nameOf))("%s is found in the refreshed state", (address) => {
    const report = reportOf(withOne(address));
    const gaps = report.cells.flatMap(({ blocker }) => blocker ?? []);
    expect([...gaps, ...report.findings].length).toBeGreaterThan(0);
  });

  test("is found for at least 20 resources; what is not is harmless", () => {
    expect(losing.length).toBeGreaterThan(20);
    for (const each of drift.filter((other) => !losing.includes(other))) {
      const report = reportOf(withOne(nameOf(each)));
      expect(report.findings).toEqual([]);
      expect(report.cells.every(({ covered }) => covered)).toBe(true);
    }
  });

  test("is found by a plan that only refreshes as in the state after it", () => {
    const plan = reportOf(read("refresh-only-plan"));
    const state = reportOf(drifted);
    expect(plan.cells).toEqual(state.cells);
    expect(plan.cells.every(({ covered }) => !covered)).toBe(true);
    expect(plan.findings).toEqual(state.findings);
  });

  test("is told beside the verdict, with what the plan does about it", () => {
    const table = coverageTable(reportOf(read("drift-plan")), { colors: false });
    expect(table).toContain("✓ covered");
    expect(table).toMatch(/Changed outside of Terraform: .* is gone; the plan makes it good\./);
    expect(table).toMatch(/has another .*event_bus_name|has another .*state/);
  });
});
