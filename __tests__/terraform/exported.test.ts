import { rmSync } from "node:fs";
import { join } from "node:path";
import { everyBlock } from "../export/every-block";
import { inHcl } from "../export/in-hcl";
import { configurations } from "../others/real-provider/configurations";
import { distinctStacks } from "../others/real-provider/distinct-stacks";
import { stacksOfChat } from "./chat-stacks";
import { describeTerraform } from "./describe-terraform";
import { everything, organizationOf, regionArgument, stackSet } from "./organizations";
import { synthesizedOnce } from "./synthesized-once";
import {
  synthesizedStacks,
  temporaryFolder,
  writeStack,
  type SynthesizedStack,
} from "./synthesized-stacks";
import { TerraformWorkspace } from "./terraform";
import { findTerraform } from "./terraform-binary";
import { offline, run } from "./terraform-command";
import { changesIn } from "./terraform-plan";

const own: SynthesizedStack = {
  name: "every-block",
  dependencies: [],
  configuration: everyBlock,
};

const applied = [
  ["every kind and option, and the function", organizationOf({ ...everything, formatter: true })],
  ["one provider for each account", organizationOf(regionArgument)],
  ["a stack set", organizationOf(stackSet)],
  ["chat channels", stacksOfChat],
] as const;

describeTerraform("Terraform and what is exported as HCL", () => {
  test.each(applied)(
    "a plan is empty where the JSON of %s is applied",
    async (_, source) => {
      const stacks = synthesizedStacks(source);
      const workspace = await TerraformWorkspace.open(stacks);
      try {
        await workspace.initAll();
        await workspace.applyAll();
        workspace.change(inHcl(stacks));
        for (const [stack, plan] of await workspace.planAll()) {
          expect([stack, changesIn(plan).map(({ address }) => address)]).toEqual([stack, []]);
        }
        // A plan validates as `terraform validate` does.
        expect(workspace.warnings).toEqual([]);
      } finally {
        workspace.close();
      }
    },
    180_000,
  );

  test("a plan shows a change of the exported HCL", async () => {
    const stacks = synthesizedStacks(organizationOf(stackSet));
    const workspace = await TerraformWorkspace.open(stacks);
    try {
      await workspace.initAll();
      await workspace.apply("signin-hub");
      workspace.change(
        inHcl(stacks).map((stack) => ({
          ...stack,
          files: (configuration) =>
            new Map(
              [...(stack.files?.(configuration) ?? [])].map(([name, text]) => [
                name,
                text.replaceAll('"sns:Publish"', '"sns:*"'),
              ]),
            ),
        })),
      );
      const changes = changesIn(await workspace.plan("signin-hub"));
      expect(new Set(changes.map(({ address }) => address.split(".")[0]))).toEqual(
        new Set(["aws_sns_topic"]),
      );
    } finally {
      workspace.close();
    }
  });

  test.each([
    ["JSON", [own]],
    ["HCL", inHcl([own])],
  ])("validate accepts every block of Terraform's own in %s", async (_, stacks) => {
    const workspace = await TerraformWorkspace.open(stacks);
    try {
      await workspace.init(own.name);
      expect(await workspace.validate(own.name)).toEqual([]);
    } finally {
      workspace.close();
    }
  });

  test("fmt has nothing to change", async () => {
    const all = configurations.flatMap(([name, props]) =>
      synthesizedOnce(props).map((stack) => ({ ...stack, name: `${name}: ${stack.name}` })),
    );
    const folder = temporaryFolder();
    try {
      for (const [index, stack] of inHcl([...distinctStacks(all).judged, own]).entries()) {
        writeStack(join(folder, String(index)), stack);
      }
      const { stdout } = await run({
        command: findTerraform()?.command ?? "",
        args: ["fmt", "-check", "-diff", "-recursive", "-no-color"],
        folder,
        environment: offline,
      });
      expect(stdout).toBe("");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
