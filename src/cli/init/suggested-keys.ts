import { logGroupArn } from "../../aws/arn";
import { optInRegions, partitionOfRegion } from "../../aws/regions";
import type { ConfigurationDraft } from "../../config/draft";
import type { ProblemPath } from "../../config/problem";
import { signInRegions } from "../../plan/checks/sign-in-regions";

/** A key that many projects want next, and a value that this one could have. */
export interface SuggestedKey {
  /** The group that it belongs to; empty for the file itself. */
  readonly group: ProblemPath;
  readonly name: string;
  readonly value: unknown;
}

/** Those of a trail that is created, or that exists. */
function ofTrail({ trail, hub, organization }: ConfigurationDraft): readonly SuggestedKey[] {
  const group = ["trail"];
  const region = hub?.region ?? "";
  const home = { group, name: "homeRegion", value: region };
  if (trail?.type !== "existing") {
    return [
      home,
      { group, name: "retentionDays", value: 365 },
      { group, name: "logRetentionDays", value: 90 },
    ];
  }
  const account = organization?.managementAccount ?? "";
  const place = { partition: partitionOfRegion(region), region, account };
  const arn = logGroupArn(place, "aws-controltower/CloudTrailLogs");
  return [
    { group, name: "account", value: account },
    home,
    { group, name: "logGroupArn", value: arn },
    { group, name: "logsReadEvents", value: true },
  ];
}

/** Those of an account, shown at the hub's entry. */
function ofAccount({ accounts = [], hub }: ConfigurationDraft): readonly SuggestedKey[] {
  const at = accounts.findIndex((account) => account?.id === hub?.account);
  const account = accounts[at];
  if (account === undefined) return [];
  const group = ["accounts", at];
  const [optIn] = optInRegions(partitionOfRegion(hub?.region ?? ""));
  return [
    ...(account.tags ? [] : [{ group, name: "tags", value: { env: "prod" } }]),
    ...(account.optInRegions || optIn === undefined
      ? []
      : [{ group, name: "optInRegions", value: [optIn] }]),
    ...(account.roleName ? [] : [{ group, name: "roleName", value: "SignInAlertsDeployment" }]),
  ];
}

/** The fewest regions that need no gap accepted, where people work in the hub region. */
function fewestRegions(hubRegion: string): readonly string[] | undefined {
  if (partitionOfRegion(hubRegion) !== "aws") return undefined;
  return [...new Set([hubRegion, ...Object.keys(signInRegions)])];
}

const breakGlass = { name: "break-glass", principals: ["user/break-glass"] };

const ofFile = (region: string, isCreated: boolean): readonly SuggestedKey[] =>
  Object.entries({
    ...(fewestRegions(region) && { regions: fewestRegions(region) }),
    roleName: isCreated ? "OrganizationAccountAccessRole" : "AWSControlTowerExecution",
    backend: { type: "s3", bucket: "my-terraform-states", region },
    routes: [
      { name: "all", recipients: ["security@example.com"] },
      { name: "urgent", minSeverity: "high", recipients: ["oncall@example.com"] },
    ],
    // Nobody knows yet whether a trail that exists logs what programs do.
    watch: [{ ...breakGlass, ...(isCreated ? { note: "Runbook: wiki/1" } : { programs: false }) }],
    ignore: [{ sourceCidr: "198.51.100.0/24", until: "YYYY-MM-DD", reason: "pentest" }],
    formatter: true,
    // Without a log group there is nothing to look through.
    ...(isCreated && { logAlarms: { cis: "all" } }),
    operations: { recipients: ["platform@example.com"] },
    tags: { team: "security" },
  }).map(([name, value]) => ({ group: [], name, value }));

/** What a new project may say next, in the order of the file. */
export function suggestedKeys(draft: ConfigurationDraft): readonly SuggestedKey[] {
  const region = draft.hub?.region ?? "";
  return [
    { group: ["hub"], name: "archiveDays", value: 90 },
    ...ofAccount(draft),
    ...ofTrail(draft),
    ...ofFile(region, draft.trail?.type !== "existing"),
  ];
}
