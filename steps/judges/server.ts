import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** How long moto may take to listen, in milliseconds. */
const PATIENCE = 60_000;
const launcher = join(__dirname, "moto-server.py");

/** Where the server is, and what it has to be. */
export interface ServerOptions {
  /** Python of the environment that has moto. */
  readonly python: string;
  /** Ids of the organization's accounts; the first is the management account. */
  readonly accounts: readonly string[];
  /** File that gets what it writes: a pipe that nobody reads would stop it. */
  readonly log: string;
}

/**
 * Types that the server has no API for: their requests end in an error of its own. Access logs, which
 * go to a bucket that exists already: there is none. And deliveries of logs, of which it knows no event bus.
 */
export const notStored: readonly string[] = [
  "aws_accessanalyzer_analyzer",
  "aws_chatbot_slack_channel_configuration",
  "aws_chatbot_teams_channel_configuration",
  "aws_cloudwatch_composite_alarm",
  "aws_cloudwatch_log_delivery",
  "aws_cloudwatch_log_delivery_source",
  "aws_cloudwatch_query_definition",
  "aws_s3_bucket_logging",
];

/** Arguments that the server takes and forgets: a plan would set them again. */
export const forgotten: Readonly<Record<string, readonly string[]>> = {
  aws_cloudformation_stack_set: ["auto_deployment", "capabilities", "managed_execution"],
};

/** Arguments that the server loses, and for which the provider would wait until it gives up. */
export const lost: Readonly<Record<string, readonly string[]>> = {
  aws_sqs_queue: ["redrive_allow_policy"],
};

/**
 * Moto's server: it stores what AWS would store and hands it out again. It enforces no policy and delivers no event, so
 * no test may conclude from it that AWS would.
 */
export class MotoServer {
  private constructor(
    readonly url: string,
    readonly process: ChildProcess,
  ) {}

  /** @throws where it ends, or does not listen within a minute; the message holds the end of its log */
  static async start({ python, accounts, log }: ServerOptions): Promise<MotoServer> {
    const file = openSync(log, "w");
    const child = spawn(python, [launcher, ...accounts], { stdio: ["ignore", file, file] });
    closeSync(file);
    let failure: string | undefined;
    child.once("error", ({ message }) => (failure = message));
    child.once("exit", (code) => (failure ??= `it ended with ${code ?? "a signal"}`));
    for (let waited = 0; failure === undefined && waited < PATIENCE; waited += 100) {
      const url = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(readFileSync(log, "utf8"))?.[1];
      if (url !== undefined) return new MotoServer(url, child);
      await wait(100);
    }
    child.kill();
    const words = readFileSync(log, "utf8").trimEnd().split("\n").at(-1) ?? "";
    throw new Error(`moto's server does not start: ${failure ?? "it does not listen"}; ${words}`);
  }

  /** The variables by which Terraform and AWS's SDK use the server instead of AWS. */
  get environment(): Readonly<Record<string, string>> {
    return {
      AWS_ENDPOINT_URL: this.url,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_EC2_METADATA_DISABLED: "true",
      // What the server does not have is an error, not a reason to ask again for an hour.
      AWS_MAX_ATTEMPTS: "2",
      AWS_CONFIG_FILE: "/dev/null",
      AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    };
  }

  /** Empties every account. */
  async reset(): Promise<void> {
    const answer = await fetch(`${this.url}/moto-api/reset`, { method: "POST" });
    if (!answer.ok) throw new Error(`moto's server refuses a reset: ${answer.status}`);
  }

  /** Ends it, and waits until it has. */
  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, "exit");
    this.process.kill();
    await ended;
  }
}
