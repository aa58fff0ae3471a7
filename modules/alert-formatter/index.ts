export { AlertFormatter, type AlertFormatterProps } from "./alert-formatter";
export { formatterName } from "../names";
