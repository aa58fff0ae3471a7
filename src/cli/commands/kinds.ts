import Table from "cli-table3";
import type { Command } from "commander";
import { catalog, type AlertKind } from "../../catalog";
import { exitCodes, formatOption, jsonText, type CommandContext } from "./context";

const columns = ["Kind", "Severity", "Default", "Recorded in", "What"] as const;

function row({ name, severity, onByDefault, recordedIn, title }: AlertKind): readonly string[] {
  return [name, severity, onByDefault ? "on" : "off", recordedIn.replace("-", " "), title];
}

function table(): string {
  const lines = new Table({ head: [...columns], style: { head: [], border: [] } });
  lines.push(...catalog.map((kind) => [...row(kind)]));
  return `${lines.toString()}\n`;
}

function markdown(): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return `${[line(columns), line(columns.map(() => "---")), ...catalog.map((kind) => line(row(kind)))].join("\n")}\n`;
}

function json(): string {
  return jsonText({
    version: 1,
    kinds: catalog.map(({ name, severity, onByDefault, recordedIn, readOnly, title }) => ({
      name,
      severity,
      onByDefault,
      recordedIn,
      readOnly,
      title,
    })),
  });
}

/** Adds `kinds`: the catalog. */
export function addKinds(program: Command, { io, exit }: CommandContext): void {
  const formats = { table, json, markdown } as const;
  program
    .command("kinds")
    .summary("every alert kind: severity, default, where it is recorded")
    .description("Lists every alert kind.")
    .addOption(formatOption(["table", "json", "markdown"]))
    .addHelpText("after", "\nExample:\n  $ signin-alerts kinds --format markdown")
    .action(({ format }: { readonly format: keyof typeof formats }) => {
      io.out(formats[format]());
      exit(exitCodes.covered);
    });
}
