import { UnusableInputError } from "../../src/json/read-json";
import type { Expectations, GeneratedTerraform } from "../../src/cli/generated-terraform";
import { run } from "../../src/cli/run";
import type { CoverageReport } from "../../src/coverage/coverage-report";
import { inventoryOf } from "../coverage/report/inventory-of";
import {
  sampleReport,
  smallOrganization,
  type SampleOrganization,
} from "../coverage/report/sample-report";

/** How a command ended and what it wrote. */
export interface Ending {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What stands in for the engine, by folder. */
export type Folders = Readonly<Record<string, SampleOrganization>>;

function withExpectations(report: CoverageReport, expected?: Expectations): CoverageReport {
  const missing = (expected?.accounts ?? []).filter(
    ({ id }) => !report.accounts.some((account) => account.id === id),
  );
  return {
    ...report,
    findings: missing.map(({ id }) => ({
      rule: "forwarding-rule-missing" as const,
      detail: `account ${id} in any region`,
    })),
  };
}

function terraformOf(organization: SampleOrganization): GeneratedTerraform {
  const report = sampleReport(organization);
  return {
    places: report.accounts.flatMap(({ id }) =>
      report.regions.map((region) => ({ account: id, region })),
    ),
    inventory: inventoryOf(
      ["signin-hub", "signin-trail"].map((stack) => ({
        stack,
        address: "aws_sns_topic.topic",
        type: "aws_sns_topic",
      })),
    ),
    otherConfiguration: () => undefined,
    coverage: (expected, onProgress) => {
      report.accounts.forEach((_, i) => onProgress?.(i + 1, report.accounts.length));
      return withExpectations(report, expected);
    },
    trace: (event) => {
      const cell = report.cells.find(
        ({ account, region }) => account === event.account && region === event.region,
      );
      return cell ? report.traceOf(cell) : { deliveries: [], blockers: [], findings: [] };
    },
  };
}

/** Runs a command in this process against folders that do not exist. */
export async function capturedRun(
  argv: readonly string[],
  settings: {
    readonly folders?: Folders;
    readonly input?: string | (() => string);
    readonly terminal?: boolean;
    readonly now?: () => number;
    /** What happens while the command waits; it goes on at once. */
    readonly wait?: (milliseconds: number) => void;
    /** Aborted where a person wants the command to end. */
    readonly signal?: AbortSignal;
    readonly env?: Readonly<Record<string, string>>;
    /** What a person at a terminal types, a line for each question. */
    readonly typed?: readonly string[];
  } = {},
): Promise<Ending> {
  const folders = settings.folders ?? { "cdktf.out": smallOrganization };
  const written = { out: "", err: "" };
  const left = [...(settings.typed ?? [])];
  const terminal = {
    ask: (question: string) => {
      written.err += question;
      const line = left.shift();
      if (line === undefined) return Promise.reject(new UnusableInputError("the input ended"));
      written.err += `${line}\n`;
      return Promise.resolve(line);
    },
    say: (text: string) => {
      written.err += text;
    },
    close: () => undefined,
  };
  const io = {
    out: (text: string) => {
      written.out += text;
    },
    err: (text: string) => {
      written.err += text;
    },
    outIsTerminal: settings.terminal ?? false,
    errIsTerminal: settings.terminal ?? false,
    env: settings.env ?? {},
    now: settings.now ?? (() => 0),
    wait: (milliseconds: number) => {
      settings.wait?.(milliseconds);
      return Promise.resolve();
    },
    interruption: () => ({
      signal: settings.signal ?? new AbortController().signal,
      end: () => undefined,
    }),
    input: () => (typeof settings.input === "function" ? settings.input() : (settings.input ?? "")),
    ...(settings.typed && { openTerminal: () => terminal }),
  };
  const code = await run(argv, io, (path) => {
    const organization = folders[path];
    if (!organization) throw new UnusableInputError(`${path} is no folder`);
    return terraformOf(organization);
  });
  return { code, ...written };
}
