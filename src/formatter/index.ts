export { accountNamesIn, functionFile, functionPackage, hashOf } from "./package";
export { formatterRetry, formatterSettings, jsonVariable, topicVariable } from "./settings";
