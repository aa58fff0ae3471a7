import { accountFaults } from "./accounts";
import { logPathFaults } from "./log-path";
import { phoneFaults } from "./phones";
import { providerFaults } from "./providers";
import { routeFaults } from "./routes";
import { ruleFaults } from "./rules";
import { selectorFaults } from "./selectors";
import { watchFaults } from "./watch";

export type { CrossFieldFault } from "./edits";
export { largeFaults } from "./large";

export const crossFieldFaults = {
  ...accountFaults,
  ...logPathFaults,
  ...phoneFaults,
  ...providerFaults,
  ...routeFaults,
  ...ruleFaults,
  ...selectorFaults,
  ...watchFaults,
};
