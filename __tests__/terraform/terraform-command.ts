import { spawn } from "node:child_process";

/** What a command printed and how it ended. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command to run. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

const atMost = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** Runs a command, at most two at a time. Asynchronous, as the provider answers from this process. */
export async function run(command: Command): Promise<CommandResult> {
  if (running >= atMost) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await start(command);
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function start({ command, args, folder, environment }: Command): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: { ...inherited(), ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code: code ?? -1, stdout, stderr });
    });
  });
}

/**
 * The settings that keep Terraform off the network, out of the home folder and free of questions. Terraform and the provider
 * are Go programs that live for seconds: collecting garbage, of the provider's schema above all, is half of what they do.
 * @see https://go.dev/doc/gc-guide
 */
export const offline: Readonly<Record<string, string>> = {
  CHECKPOINT_DISABLE: "1",
  GOGC: "off",
  GOMEMLIMIT: "1GiB",
  TF_CLI_CONFIG_FILE: "/dev/null",
  TF_IN_AUTOMATION: "1",
  TF_INPUT: "0",
};

/** The user who runs the tests may have Terraform variables and AWS credentials set: none may count. */
function inherited(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(TF_|AWS_|NODE_OPTIONS)/.test(name),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? ""]));
}
