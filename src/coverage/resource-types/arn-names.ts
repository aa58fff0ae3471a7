import { parseArn } from "../../aws/arn";

/** The event bus that an argument names, by its name or by its ARN. */
export function busName(bus: string | undefined): string {
  if (bus === undefined || bus === "") return "default";
  return parseArn(bus)?.resource.replace(/^event-bus\//u, "") ?? bus;
}

/** The function that an argument names, by its name or by its ARN. */
export function functionName(name: string): string {
  return parseArn(name)?.resource.replace(/^function:/u, "") ?? name;
}
