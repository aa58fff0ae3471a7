export { accountNamesIn, functionFile, functionPackage, hashOf } from "./package";
export {
  formatterRetry,
  formatterRuntimes,
  formatterSettings,
  jsonVariable,
  topicVariable,
} from "./settings";
