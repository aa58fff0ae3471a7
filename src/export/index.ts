export { ExportError } from "./export-error";
export { exportHcl, type ExportedStack } from "./export-hcl";
