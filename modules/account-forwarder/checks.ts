import { Token } from "cdktf";
import { parseArn } from "../../src/aws";
import { heartbeatHours } from "../../src/guards";
import { refuse, regionProblems, retryProblems, textProblems } from "../property-checks";
import type { AccountForwarderProps } from "./account-forwarder";

function busProblems(value: string): readonly string[] {
  const arn = parseArn(value);
  const isBus = arn?.service === "events" && arn.resource.startsWith("event-bus/");
  if (Token.isUnresolved(value) || isBus) return [];
  return [
    `'hubBusArn' must be the ARN of an event bus, such as arn:aws:events:eu-central-1:222222222222:event-bus/…, got: ${value}`,
  ];
}

/** Refuses what would forward nothing, all at once. @throws RangeError */
export function checkForwarder(props: AccountForwarderProps): void {
  const [property, regions] =
    "provider" in props
      ? ["regions", props.regions]
      : ["regionProviders", Object.keys(props.regionProviders)];
  const hours: readonly (number | undefined)[] = [undefined, ...heartbeatHours];
  refuse([
    ...(regions.length > 0 ? [] : [`'${property}' must name at least 1 region, got: 0`]),
    ...regionProblems(property, regions),
    ...textProblems("account", props.account, /^\d{12}$/u, "an account id of 12 digits"),
    ...busProblems(props.hubBusArn),
    ...(hours.includes(props.heartbeatHours)
      ? []
      : [
          `'heartbeatHours' must be one of ${heartbeatHours.join(", ")}, got: ${props.heartbeatHours ?? ""}`,
        ]),
    ...retryProblems(props.retryPolicy),
  ]);
}
