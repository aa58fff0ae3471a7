import { join } from "node:path";
import { MotoServer } from "../../../steps/judges/server";
import type { SignInAlertsProps } from "../../../src/stacks";
import { runFolder } from "../../run-folder";
import { organizationOf } from "../../terraform/organizations";
import { changesIn, type TerraformPlan } from "../../terraform/terraform-plan";
import { describeJudged, tellNot, timed } from "../describe-judged";
import { applied } from "./configurations";
import { RealTerraform } from "./real-terraform";

/** The life of configurations on a server, one after the other. */
export function describeApplied(names: readonly (keyof typeof applied)[]): void {
  const title = `apply and destroy: ${names.join(", ")}`;
  describeJudged(title, ["terraform", "provider", "server"], ({ provider, server: { python } }) => {
    let server: MotoServer;
    beforeAll(async () => {
      const log = join(runFolder(), `moto-${names[0] ?? ""}.log`);
      const accounts = ["111111111111", "222222222222", "333333333333"];
      server = await MotoServer.start({ python, accounts, log });
    }, 90_000);
    beforeEach(() => server.reset());
    afterAll(() => {
      server.stop();
    });

    test.each(names)("%s is created, kept, changed in place and destroyed", async (name) => {
      const terraform = new RealTerraform(organizationOf(applied[name]), provider, server);
      try {
        await timed("provider", `plan, apply, plan, change, destroy: ${name}`, () =>
          lifeOf(terraform, applied[name]),
        );
      } finally {
        terraform.close();
      }
      for (const type of terraform.leftOut) tellNot("server", type, "moto does not store it");
      expect(terraform.warnings).toEqual([]);
    });
  });
}

async function lifeOf(terraform: RealTerraform, props: SignInAlertsProps): Promise<void> {
  await terraform.inOrder(async (stack) => {
    await terraform.plan(stack);
    await terraform.apply(stack);
  });
  expect(await actions(terraform)).toEqual([]);
  terraform.change(organizationOf({ ...props, tags: { ...props.tags, version: "2" } }));
  const changed = await actions(terraform);
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.filter((change) => !change.endsWith(" update"))).toEqual([]);
  await terraform.inOrder((stack) => terraform.destroy(stack), { reverse: true });
}

/** What a plan of every stack would do. */
async function actions(terraform: RealTerraform): Promise<readonly string[]> {
  const plans = await terraform.inOrder((stack) => terraform.plan(stack));
  return [...plans].flatMap(([stack, plan]: readonly [string, TerraformPlan]) =>
    changesIn(plan).map(({ address, change }) => `${stack} ${address} ${change.actions.join()}`),
  );
}
