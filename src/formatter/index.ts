export { accountNamesIn, functionFile, functionPackage, hashOf } from "./package";
export { formatterRetry, formatterSettings, topicVariable } from "./settings";
