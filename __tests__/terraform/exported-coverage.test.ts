import { coverageOf, inventoryOfPlan, joinInventories, type Inventory } from "../../src/coverage";
import { expected, inApp, reportOf, stacksOf } from "../coverage/small-organization";
import { inHcl } from "../export/in-hcl";
import { describeTerraform } from "./describe-terraform";
import { synthesizedStacks } from "./synthesized-stacks";
import { TerraformWorkspace } from "./terraform";

describeTerraform("the check, of plans and states of exported HCL", () => {
  let workspace: TerraformWorkspace;
  let first: Inventory;
  let later: Inventory;
  let stored: Inventory;

  beforeAll(async () => {
    const planned = async () => [...(await workspace.planAll(true))];
    workspace = await TerraformWorkspace.open(inHcl(synthesizedStacks(inApp())));
    await workspace.initAll();
    first = joinInventories((await planned()).map(([stack, plan]) => inventoryOfPlan(plan, stack)));
    await workspace.applyAll();
    const plans = await planned();
    later = joinInventories(plans.map(([stack, plan]) => inventoryOfPlan(plan, stack)));
    stored = joinInventories(
      plans.map(([stack, { planned_values: values }]) =>
        inventoryOfPlan({ format_version: "1.0", values }, stack),
      ),
    );
  }, 240_000);

  afterAll(() => {
    workspace.close();
  });

  test.each([
    ["a plan of a first deployment", () => first],
    ["a plan of what is deployed", () => later],
    ["a state", () => stored],
  ])("%s says what the generated JSON says", (_, inventory) => {
    const report = coverageOf(inventory(), { expected });
    expect(report.findings).toEqual([]);
    expect(report.cells).toEqual(reportOf(stacksOf()).cells);
  });
});
