import { testMutants } from "./mutation/every-mutant";
import { withChannels } from "./mutation/unbroken";

describe("coverage of Terraform that was broken in one place, with a formatter, chat and AWS User Notifications", () => {
  testMutants(withChannels());
});
