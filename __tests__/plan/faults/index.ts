import { accountFaults } from "./accounts";
import { logPathFaults } from "./log-path";
import { routeFaults } from "./routes";

export type { CrossFieldFault } from "./edits";
export { largeFaults } from "./large";

export const crossFieldFaults = { ...accountFaults, ...logPathFaults, ...routeFaults };
