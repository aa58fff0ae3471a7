import { blocked } from "../finding";
import type { Resource } from "../inventory";
import {
  accountOf,
  block,
  optionalText,
  text,
  verdict,
  type ResourceIndex,
} from "../resource-index";
import { permissionsOf } from "./role-permissions";

/** The role that Lambda assumes to run a function. */
export function executionRole(index: ResourceIndex, lambda: Resource): Resource {
  const arn = text(lambda, "role");
  const role = index.named("aws_iam_role", arn, "role-missing", lambda);
  const account = accountOf(lambda);
  if (accountOf(role) !== account) {
    blocked("different-place", role, `the function is in ${account}, its role is ${arn}`);
  }
  return role;
}

/**
 * Lambda refuses a function that is to be traced by a role that may not say what it traced.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
 */
export function requireTracing(index: ResourceIndex, lambda: Resource, role: Resource): void {
  const tracing = block(lambda, "tracing_config");
  if (
    tracing === undefined ||
    optionalText({ ...lambda, attributes: tracing }, "mode") !== "Active"
  )
    return;
  const asked = {
    kind: "role to resource",
    principal: { account: accountOf(role), arn: text(role, "arn") },
    action: "xray:PutTraceSegments",
    // AWS X-Ray has no resources: policies name all of them.
    resource: text(lambda, "arn").replace(/:lambda:(.*?):function:.*$/u, ":xray:$1:trace"),
  } as const;
  const found = verdict(index, "function-differs", permissionsOf(index, role), asked);
  if (found?.effect === "allow") return;
  const detail = "its tracing_config asks for xray:PutTraceSegments, which its role does not allow";
  blocked("function-differs", lambda, detail);
}
