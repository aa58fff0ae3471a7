import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../../terraform/synthesized-stacks";
import { offline, run } from "../../terraform/terraform-command";
import { describeJudged, timed } from "../describe-judged";
import { acceptedStacks, refusedStacks } from "./refused-stacks";

describeJudged("Terraform, of stacks that need no provider", ["terraform"], () => {
  test.each([
    ...refusedStacks.map(([what, stack]) => [what, stack, "refuses"] as const),
    ...acceptedStacks.map(([what, stack]) => [what, stack, "accepts"] as const),
  ])("judges %s as the check does", async (_, stack, verdict) => {
    const folder = temporaryFolder();
    try {
      writeFileSync(join(folder, "main.tf.json"), JSON.stringify(stack));
      const terraform = (...args: readonly string[]) =>
        run({
          command: "terraform",
          args: [...args, "-input=false", "-no-color"],
          folder,
          environment: offline,
        });
      const code = await timed("terraform", "stacks without a provider", async () => {
        const init = await terraform("init");
        return init.code === 0 ? (await terraform("plan")).code : init.code;
      });
      expect(code === 0 ? "accepts" : "refuses").toBe(verdict);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
