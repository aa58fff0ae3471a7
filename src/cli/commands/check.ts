import type { Command } from "commander";
import { findKind, type JsonProtocol } from "../../catalog";
import { loadConfiguration } from "../../plan";
import { monthlyCosts, totalOf, type CostItem } from "../../costs";
import { expectationsOf, resolve, shownChannel, type Plan } from "../../plan";
import { UnusableInputError } from "../../json/read-json";
import { uncoveredRegions } from "../../coverage/report/coverage-summary";
import { plainLine } from "../../coverage/report/plain-text";
import { checkLive, type LiveCheck } from "../check-live";
import { configurationFile } from "../configuration";
import { costLines } from "../cost-lines";
import { exitCodes, formatOption, jsonText, type CommandContext } from "./context";

interface Summary {
  readonly version: 1;
  readonly file: string;
  readonly organization: string;
  readonly hub: { readonly account: string; readonly region: string };
  readonly accounts: readonly {
    readonly id: string;
    readonly name: string;
    readonly regions: number;
  }[];
  readonly regions: readonly string[];
  /** Regions that every account has without opting in, and that are covered in none. */
  readonly uncoveredRegions: readonly string[];
  readonly kinds: readonly { readonly name: string; readonly severity: string }[];
  readonly routes: readonly {
    readonly name: string;
    readonly kinds: readonly string[];
    /** Addresses, ARNs, phone numbers, and channels of chat. */
    readonly recipients: readonly string[];
    readonly topicArn: string;
    /** Protocols whose recipients get JSON. @default none */
    readonly json?: readonly JsonProtocol[];
  }[];
  /** Number of entries. */
  readonly ignored: number;
  /** Whether a function writes the mails. */
  readonly formatter: boolean;
  /** Accounts whose sign-ins AWS User Notifications notifies of. */
  readonly userNotifications: readonly string[];
  /** What is allowed and perhaps not meant. */
  readonly warnings: readonly string[];
  /** US dollars a month at list prices. */
  readonly costs: { readonly total: number; readonly items: readonly CostItem[] };
  /** What AWS says of what was generated; absent without `--live`. */
  readonly live?: LiveCheck;
}

interface CheckOptions {
  readonly config?: string;
  readonly format: string;
  readonly live?: true;
  readonly terraform?: string;
}

const help = `
Examples:
  $ signin-alerts check --config signin-alerts.yaml
  $ npm run synth && signin-alerts check --live

With --live, AWS validates each generated event pattern and policy: calls that change nothing, with the
credentials of the AWS SDK's own chain. What each call is for, and the policy that it needs: docs/live.md

Exit codes: 0 valid, 1 AWS finds a problem, 2 the configuration is not valid, or something is not known.`;

function summaryOf(file: string, plan: Plan): Summary {
  const { hub } = plan;
  const { accounts } = expectationsOf(plan);
  const regions = [...new Set(accounts.flatMap((account) => account.regions))].sort();
  const costs = monthlyCosts(plan);
  return {
    version: 1,
    file,
    organization: plan.organization.id,
    hub: { account: hub.place.account, region: hub.place.region },
    accounts: accounts.map((account) => {
      const { id, name = "" } = account;
      return { id, name, regions: account.regions.length };
    }),
    regions,
    uncoveredRegions: uncoveredRegions(regions),
    kinds: plan.kinds.map(({ name, severity }) => ({ name, severity })),
    routes: hub.routes.map(({ title, kinds, channels, topic, json }) => ({
      name: title,
      kinds: kinds.map(({ name }) => name),
      recipients: topic.type === "existing" ? [] : channels.map(shownChannel),
      topicArn: topic.arn,
      ...(json && { json }),
    })),
    ignored: hub.ignored.length,
    formatter: hub.formatter,
    userNotifications: plan.accounts
      .filter(({ notifications }) => notifications)
      .map(({ id }) => id),
    warnings: plan.warnings,
    costs: { total: totalOf(costs), items: costs },
  };
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** `17 kinds`, or `6 kinds that anybody can cause`, which is why the route is divided. */
function kindsText(kinds: readonly string[]): string {
  const isOpen = kinds.every((name) => findKind(name)?.causedBy === "anybody");
  return `${counted(kinds.length, "kind", "kinds")}${isOpen ? " that anybody can cause" : ""}`;
}

function table(summary: Summary): string {
  const { file, organization, hub, accounts, regions, kinds, routes, costs } = summary;
  const { uncoveredRegions: uncovered } = summary;
  return [
    `✓ ${file} is valid`,
    `  organization  ${organization}, hub in ${hub.account} ${hub.region}`,
    `  accounts      ${accounts.length}`,
    ...accounts.map(
      ({ id, name, regions: count }) =>
        `                ${id}  ${String(count).padStart(2)} regions  ${plainLine(name)}`,
    ),
    `  regions       ${regions.length}: ${regions.join(", ")}`,
    ...(uncovered.length > 0
      ? [
          `  not covered   ${counted(uncovered.length, "region", "regions")} open to every account: ${uncovered.join(", ")}`,
        ]
      : []),
    `  kinds         ${kinds.length}: ${kinds.map(({ name }) => name).join(", ")}`,
    ...routes.map(
      (route) =>
        `  recipients    ${route.name} (${kindsText(route.kinds)}): ${route.recipients.join(", ") || route.topicArn}`,
    ),
    ...(summary.ignored > 0
      ? [`  ignored       ${counted(summary.ignored, "entry", "entries")}`]
      : []),
    ...(summary.formatter ? ["  formatter     a function writes the mails"] : []),
    ...routes.flatMap(({ name, json }) =>
      json === undefined ? [] : [`                JSON by ${json.join(", ")} in ${name}`],
    ),
    ...(summary.userNotifications.length > 0
      ? [`  notifications AWS User Notifications in ${summary.userNotifications.join(", ")}`]
      : []),
    ...summary.warnings.map((warning) => `  ! ${warning}`),
    ...costLines(costs.items),
    "",
  ]
    .map(plainLine)
    .join("\n");
}

function liveLines({ terraform, patterns, policies, problems, notKnown }: LiveCheck) {
  const asked = `${counted(patterns, "pattern", "patterns")} and ${counted(policies, "policy", "policies")} of ${terraform}`;
  const isGood = problems.length + notKnown.length === 0;
  return [
    ...problems.map(({ resource, others, problem, page }) => {
      const more = others > 0 ? ` and ${counted(others, "other", "others")} like it` : "";
      return `✗ ${resource}${more}: ${problem}${page === undefined ? "" : ` (${page})`}`;
    }),
    ...notKnown.map((text) => `? not known: ${text}`),
    isGood
      ? `✓ AWS has nothing against ${asked}`
      : `✗ AWS: ${counted(problems.length, "problem", "problems")}, ${notKnown.length} not known, of ${asked}`,
    "",
  ].map(plainLine);
}

function exitCodeOf({ problems, notKnown }: LiveCheck): number {
  if (problems.length > 0) return exitCodes.gap;
  return notKnown.length > 0 ? exitCodes.unusable : exitCodes.covered;
}

/** Adds `check`: is the configuration valid, and what does it hold. */
export function addCheck(program: Command, { io, open, progress, exit }: CommandContext): void {
  program
    .command("check")
    .summary("whether the configuration is valid, and what it holds")
    .description(
      "Checks a configuration file. Ends with 0 if it is valid, 2 with every problem; with --live 1 where AWS finds a problem in what was generated.",
    )
    .option(
      "-c, --config <file>",
      "configuration (default: SIGNIN_ALERTS_CONFIG, or signin-alerts.yaml)",
    )
    .option("--live", "also ask AWS to validate every generated event pattern and policy")
    .option("--terraform <dir>", "with --live: generated Terraform (default: cdktf.out)")
    .addOption(formatOption(["table", "json"]))
    .addHelpText("after", help)
    .action(async ({ config, format, live: isLive, terraform }: CheckOptions) => {
      const file = configurationFile(config, io);
      if (file === undefined) {
        throw new UnusableInputError(
          "signin-alerts.yaml is missing here: name a file with --config",
        );
      }
      if (terraform !== undefined && !isLive) {
        throw new UnusableInputError("--terraform needs --live");
      }
      const plan = resolve(loadConfiguration(file));
      const summary = summaryOf(file, plan);
      const dir = terraform ?? "cdktf.out";
      const live = isLive && (await checkLive(dir, open(dir), file, plan, progress));
      io.out(
        format === "json"
          ? jsonText({ ...summary, ...(live && { live }) })
          : [table(summary), ...(live ? liveLines(live) : [])].join(live ? "\n" : ""),
      );
      exit(live ? exitCodeOf(live) : exitCodes.covered);
    });
}
