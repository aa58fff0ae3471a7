import { organizationPermissions } from "../src/live/organization/permissions";

/** The policy that `discover` takes, and nothing more. */
export function discoverPolicy(): string {
  const policy = {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "ReadOrganization",
        Effect: "Allow",
        Action: organizationPermissions.map(({ action }) => action),
        Resource: "*",
      },
    ],
  };
  return ["```json", JSON.stringify(policy, null, 2), "```"].join("\n");
}

/** Each call of `discover`, how often and what for. */
export function discoverCalls(): string {
  const rows = organizationPermissions.map(
    ({ action, calls, purpose }) => `| \`${action}\` | ${calls} | ${purpose} |`,
  );
  return ["| permission | calls | what for |", "| --- | --- | --- |", ...rows].join("\n");
}
