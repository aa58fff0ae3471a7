export { ConfigurationFileError, type LocatedProblem } from "./configuration-file-error";
export { loadConfiguration } from "./load-configuration";
export type { Position } from "./yaml-source";
