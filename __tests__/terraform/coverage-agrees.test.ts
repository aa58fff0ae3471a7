import { coverageOf, inventoryOfPlan, joinInventories, type Inventory } from "../../src/coverage";
import { describeTerraform } from "./describe-terraform";
import { TerraformWorkspace } from "./terraform";
import { expected, inApp, reportOf, stacksOf } from "../coverage/small-organization";

describeTerraform("what Terraform created, put through the same check", () => {
  let workspace: TerraformWorkspace;
  let planned: Inventory;
  let created: Inventory;
  let stored: Inventory;

  async function planAll(): Promise<Inventory> {
    const plans = await workspace.planAll(true);
    return joinInventories([...plans].map(([stack, plan]) => inventoryOfPlan(plan, stack)));
  }

  beforeAll(async () => {
    workspace = await TerraformWorkspace.open(inApp());
    await workspace.initAll();
    planned = await planAll();
    await workspace.applyAll();
    const plans = await workspace.planAll(true);
    created = joinInventories([...plans].map(([stack, plan]) => inventoryOfPlan(plan, stack)));
    stored = joinInventories(
      [...plans].map(([stack, { planned_values: values }]) =>
        inventoryOfPlan({ format_version: "1.0", values }, stack),
      ),
    );
  }, 240_000);

  afterAll(() => {
    workspace.close();
  });

  test("the coverage is that of the generated Terraform", () => {
    const report = coverageOf(created, { expected });
    const generated = reportOf(stacksOf());
    expect(report.findings).toEqual([]);
    expect(report.cells).toEqual(generated.cells);
    expect(report.cells.map((cell) => report.traceOf(cell).deliveries[0]?.text)).toEqual(
      generated.cells.map((cell) => generated.traceOf(cell).deliveries[0]?.text),
    );
  });

  test("so is that of the states alone, which do not name their providers", () => {
    const report = coverageOf(stored, { expected });
    expect(report.findings).toEqual([]);
    expect(report.cells).toEqual(reportOf(stacksOf()).cells);
  });

  test("every resource has the account and region that the stand-in recorded", () => {
    const inOrder = (places: readonly object[]): readonly string[] =>
      places.map((place) => JSON.stringify(place)).sort();
    expect(
      inOrder(created.resources.map(({ type, account, region }) => ({ type, account, region }))),
    ).toEqual(
      inOrder(
        workspace.record.existing.map(({ type, account, region }) => ({ type, account, region })),
      ),
    );
  });

  test("a first plan leaves ARNs unknown, which its configuration resolves", () => {
    const report = coverageOf(planned, { expected });
    expect(report.findings).toEqual([]);
    expect(report.cells).toEqual(reportOf(stacksOf()).cells);
  });
});
