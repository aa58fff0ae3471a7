export * from "../modules";
export * from "./aws";
export * from "./catalog";
export * from "./config";
export * from "./stacks";
