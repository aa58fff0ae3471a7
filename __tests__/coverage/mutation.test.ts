import { testMutants } from "./mutation/every-mutant";
import { asItComes } from "./mutation/unbroken";

describe("coverage of Terraform that was broken in one place, as it comes", () => {
  testMutants(asItComes());
});
