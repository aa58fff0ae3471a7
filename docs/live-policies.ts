import { drillPermissions } from "../src/live/drill/permissions";
import { lookupPermissions } from "../src/live/lookup/permissions";
import type { NeededPermission } from "../src/live/needed-permission";
import { organizationPermissions } from "../src/live/organization/permissions";
import { replayPermissions } from "../src/live/replay/permissions";

/** A policy that allows what a command calls, and nothing more. */
function policyOf(sid: string, permissions: readonly NeededPermission[]): string {
  const policy = {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: sid,
        Effect: "Allow",
        Action: permissions.map(({ action }) => action),
        Resource: "*",
      },
    ],
  };
  return ["```json", JSON.stringify(policy, null, 2), "```"].join("\n");
}

/** Each call of a command, how often and what for. */
function callsOf(permissions: readonly NeededPermission[]): string {
  const rows = permissions.map(
    ({ action, calls, purpose }) => `| \`${action}\` | ${calls} | ${purpose} |`,
  );
  return ["| permission | calls | what for |", "| --- | --- | --- |", ...rows].join("\n");
}

/** The parts of the page about the commands that call AWS that follow from the calls. */
export const liveParts: Readonly<Record<string, () => string>> = {
  "discover-calls": () => callsOf(organizationPermissions),
  "discover-policy": () => policyOf("ReadOrganization", organizationPermissions),
  "backtest-calls": () => callsOf(lookupPermissions),
  "backtest-policy": () => policyOf("ReadEventHistory", lookupPermissions),
  "replay-calls": () => callsOf(replayPermissions),
  "replay-policy": () => policyOf("ReplayAlerts", replayPermissions),
  "drill-calls": () => callsOf(drillPermissions),
  "drill-policy": () =>
    policyOf(
      "DrillAlerts",
      drillPermissions.filter(({ action }) => action !== "sts:AssumeRole"),
    ),
};
