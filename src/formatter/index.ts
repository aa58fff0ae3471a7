export {
  accountNamesIn,
  functionFile,
  functionPackage,
  hashOf,
  type FunctionPackage,
} from "./package";
export { formatterRetry, formatterSettings, topicVariable } from "./settings";
