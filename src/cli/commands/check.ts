import type { Command } from "commander";
import { loadConfiguration } from "../../plan";
import { monthlyCosts, totalOf, type CostItem } from "../../costs";
import { expectationsOf, resolve, shownChannel } from "../../plan";
import { UnusableInputError } from "../../json/read-json";
import { plainLine } from "../../coverage/report/plain-text";
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
  readonly kinds: readonly { readonly name: string; readonly severity: string }[];
  readonly routes: readonly {
    readonly name: string;
    readonly kinds: readonly string[];
    /** Addresses, ARNs, phone numbers, and channels of chat. */
    readonly recipients: readonly string[];
    readonly topicArn: string;
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
}

function summaryOf(file: string): Summary {
  const plan = resolve(loadConfiguration(file));
  const { hub } = plan;
  const { accounts } = expectationsOf(plan);
  const costs = monthlyCosts(plan);
  return {
    version: 1,
    file,
    organization: plan.organization.id,
    hub: { account: hub.place.account, region: hub.place.region },
    accounts: accounts.map(({ id, name = "", regions }) => ({ id, name, regions: regions.length })),
    regions: [...new Set(accounts.flatMap(({ regions }) => regions))].sort(),
    kinds: plan.kinds.map(({ name, severity }) => ({ name, severity })),
    routes: hub.routes.map(({ title, kinds, channels, topic }) => ({
      name: title,
      kinds: kinds.map(({ name }) => name),
      recipients: topic.type === "existing" ? [] : channels.map(shownChannel),
      topicArn: topic.arn,
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

function table(summary: Summary): string {
  const { file, organization, hub, accounts, regions, kinds, routes, costs } = summary;
  return [
    `✓ ${file} is valid`,
    `  organization  ${organization}, hub in ${hub.account} ${hub.region}`,
    `  accounts      ${accounts.length}`,
    ...accounts.map(
      ({ id, name, regions: count }) =>
        `                ${id}  ${String(count).padStart(2)} regions  ${name}`,
    ),
    `  regions       ${regions.length}: ${regions.join(", ")}`,
    `  kinds         ${kinds.length}: ${kinds.map(({ name }) => name).join(", ")}`,
    ...routes.map(
      (route) =>
        `  recipients    ${route.name} (${counted(route.kinds.length, "kind", "kinds")}): ${route.recipients.join(", ") || route.topicArn}`,
    ),
    ...(summary.ignored > 0
      ? [`  ignored       ${counted(summary.ignored, "entry", "entries")}`]
      : []),
    ...(summary.formatter ? ["  formatter     a function writes the mails"] : []),
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

/** Adds `check`: is the configuration valid, and what does it hold. */
export function addCheck(program: Command, { io, exit }: CommandContext): void {
  program
    .command("check")
    .summary("whether the configuration is valid, and what it holds")
    .description("Checks a configuration file. Ends with 0 if it is valid, 2 with every problem.")
    .option(
      "-c, --config <file>",
      "configuration (default: SIGNIN_ALERTS_CONFIG, or signin-alerts.yaml)",
    )
    .addOption(formatOption(["table", "json"]))
    .addHelpText("after", "\nExample:\n  $ signin-alerts check --config signin-alerts.yaml")
    .action(({ config, format }: { readonly config?: string; readonly format: string }) => {
      const file = configurationFile(config, io);
      if (file === undefined) {
        throw new UnusableInputError(
          "signin-alerts.yaml is missing here: name a file with --config",
        );
      }
      const summary = summaryOf(file);
      io.out(format === "json" ? jsonText(summary) : table(summary));
      exit(exitCodes.covered);
    });
}
