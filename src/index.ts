// What an app and its own constructs need. Coverage has an entry point of its own: src/coverage.
export * from "../modules";
export * from "./aws";
export * from "./catalog";
export * from "./config";
export * from "./guards";
export * from "./plan";
export * from "./stacks";
