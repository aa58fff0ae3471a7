export * from "../modules";
export * from "./aws";
export * from "./catalog";
export * from "./config";
export * from "./coverage";
export * from "./coverage/report";
export * from "./guards";
export * from "./stacks";
