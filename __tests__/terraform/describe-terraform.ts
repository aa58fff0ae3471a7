import { tell, tellNot } from "../others/describe-judged";
import { findTerraform } from "./terraform-binary";

/** What a developer sees where Terraform is missing. */
const missing = "neither terraform nor tofu is on the PATH";

/** What the table at the end of the run calls these groups. */
const what = "a stand-in for the provider";

/**
 * A group of tests that run Terraform. Without Terraform they are skipped with one loud line;
 * with `REQUIRE_ALL_JUDGES=1` a missing Terraform is a failing test.
 */
export function describeTerraform(name: string, tests: () => void): void {
  if (findTerraform() !== undefined) {
    // A busy machine may need longer than Jest's five seconds for one command.
    jest.setTimeout(180_000);
    describe(name, () => {
      const start = performance.now();
      afterAll(() => {
        tell("terraform", what, (performance.now() - start) / 1000);
      });
      tests();
    });
    return;
  }
  tellNot("terraform", what, missing);
  if (process.env["REQUIRE_ALL_JUDGES"] === "1") {
    describe(name, () => {
      test("finds Terraform or OpenTofu on the PATH", () => {
        throw new Error(missing);
      });
    });
  } else {
    process.stderr.write(`\nSKIPPED, ${missing}: ${name}\n`);
    describe.skip(name, tests);
  }
}
