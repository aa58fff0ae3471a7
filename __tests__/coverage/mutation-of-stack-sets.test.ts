import { testMutants } from "./mutation/every-mutant";
import { withStackSet } from "./mutation/unbroken";

describe("coverage of Terraform that was broken in one place, with a stack set", () => {
  testMutants(withStackSet());
});
