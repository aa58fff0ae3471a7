import type { SignInAlertsProps } from "../config/props";
import { routesOf } from "./routes";

/** ARNs of what the configuration names and does not make. */
export function existingParts(props: SignInAlertsProps): readonly string[] {
  const { operations, logAlarms, trail } = props;
  const logGroup = trail?.type === "existing" ? trail.logGroupArn?.replace(/:\*$/u, "") : undefined;
  const topics = routesOf(props).map(({ topicArn }) => topicArn);
  return [...topics, operations?.topicArn, logAlarms?.topicArn, logGroup].filter(
    (arn) => arn !== undefined,
  );
}
