import { allMutants } from "./mutation/all-mutants";
import { testMutants } from "./mutation/every-mutant";
import { expected, stacksOf } from "./small-organization";

describe("coverage of Terraform that was broken in one place, as it comes", () => {
  const stacks = stacksOf();
  testMutants({ stacks, expected, mutants: allMutants(stacks) });
});
