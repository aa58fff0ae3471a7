import { relative, sep } from "node:path";
import { Option, type Command } from "commander";
import type { Terminal } from "../io";
import { readConfigurationText } from "../../config/read-configuration";
import { formatProblem, type Problem } from "../../config/problem";
import { plainLines } from "../../coverage/report/plain-text";
import { readText } from "../../json/read-json";
import { checkConfiguration } from "../../plan";
import { accountListIn } from "../init/account-list";
import { originOf, problemsOf, questions, type Answers } from "../init/answers";
import { configurationText } from "../init/configuration-text";
import { engineNames } from "../init/engines";
import { interview, type ReadList } from "../init/interview";
import { accountListOfOrganization } from "../init/organization-list";
import { answersIn, missingFlags, withList, type InitOptions } from "../init/options";
import { projectFiles, requireNew, writeProject } from "../init/project-files";
import { isClone, templateConfiguration } from "../init/template";
import { exitCodes, type CommandContext } from "./context";

const help = `
Examples:
  $ aws organizations list-accounts > accounts.json
  $ signin-alerts init sign-in-alerts --accounts accounts.json
  $ signin-alerts init sign-in-alerts --from-organization
  $ signin-alerts init sign-in-alerts --accounts accounts.csv --organization o-a1b2c3d4e5 \\
      --management-account 111111111111 --hub-account security-tooling \\
      --hub-region eu-central-1 --recipient security@example.com`;

/** Said where nobody was asked. */
const chosenTrail =
  "Not asked, and chosen: `trail: { type: create }`, an organization trail of its own, without which no event arrives. Where a trail for all accounts exists, such as Control Tower's, write `type: existing` before the first deployment: a second one is billed.\n";

function problemLines(answers: Answers, problems: readonly Problem[]): readonly string[] {
  return problems.flatMap((problem) => [
    originOf(answers, problem.path),
    ...formatProblem(problem).split("\n"),
    "",
  ]);
}

function written(folder: string, paths: readonly string[], answers: Answers): readonly string[] {
  // For the shell, so also where it begins with `..`.
  const place = relative(process.cwd(), folder).split(sep).join("/");
  const change = `cd ${/^[\w./-]+$/.test(place) ? place : JSON.stringify(place)} && `;
  const install = isClone(process.cwd())
    ? [`  npm run tarball`, `  ${change}npm install "$OLDPWD/cdktf-aws-signin-alerts.tgz"`]
    : [`  ${place === "" ? "" : change}npm install`];
  return [
    `Wrote ${paths.join(", ")}${place === "" ? "" : ` to ${place}`}: ${answers.accounts?.length ?? 0} accounts.`,
    "",
    "Next:",
    ...install,
    "  npm run synth",
    "  npm run coverage",
    "  npm run plan",
    "",
  ];
}

/** Asks for what is missing, where there is somebody to ask. */
async function completed(given: Answers, read: ReadList, terminal: Terminal | undefined) {
  if (!terminal) return given;
  try {
    return await interview(terminal, given, read, withList);
  } finally {
    terminal.close();
  }
}

/** Everything that is wrong or missing; nothing where a project can be written. */
function refusal(answers: Answers): readonly string[] {
  const missing = missingFlags(answers);
  const problems = problemsOf(answers).filter(
    ({ path }) => !missing.includes(originOf(answers, path)),
  );
  const count = `${problems.length} ${problems.length === 1 ? "problem" : "problems"}`;
  return [
    ...problemLines(answers, problems),
    ...(missing.length > 0
      ? [`Missing, and there is no terminal to ask: ${missing.join(", ")}. Nothing was written.`]
      : problems.length > 0
        ? [`${count}; nothing was written.`]
        : []),
  ];
}

function commandOf(program: Command): Command {
  const collected = (text: string, all: readonly string[] = []) => [...all, text];
  const command = program
    .command("init")
    .summary("a new project, from a list of accounts and some answers")
    .description(
      "Writes a new project: signin-alerts.yaml and what it takes to synthesize it. Asks on a terminal for what is not given. Writes nothing where anything is wrong, and replaces no file.",
    )
    .argument("[folder]", "folder of the project, which is created", ".")
    .option(
      "--accounts <file>",
      "CSV with the columns id and name, and perhaps tags (env=prod; team=a) and organizational unit, or the JSON of `aws organizations list-accounts`; - for standard input",
    )
    .addOption(
      new Option(
        "--from-organization",
        "ask AWS Organizations for the accounts, their tags and opt-in regions, with the credentials of the AWS SDK's own chain: docs/live.md",
      ).conflicts(["accounts"]),
    )
    .option("--account <id=name>", "an account; may be given again", collected);
  for (const { key, flag, argument, text } of questions) {
    command.addOption(
      key === "recipients"
        ? new Option(`${flag} ${argument}`, "whom to notify; may be given again").argParser(
            collected,
          )
        : new Option(`${flag} ${argument}`, `${text.charAt(0).toLowerCase()}${text.slice(1)}`),
    );
  }
  const trail = new Option(
    "--trail <type>",
    "whether a trail for all accounts is created, or exists (default: asked; create where nobody can be asked)",
  );
  const engine = new Option("--engine <name>", "CDKTF, or CDK Terrain");
  return command
    .addOption(trail.choices(["create", "existing"]))
    .addOption(engine.choices([...engineNames]).default("cdktf"))
    .addHelpText("after", help);
}

/** Adds `init`: a new project, from answers and a list of accounts. */
export function addInit(program: Command, { io, progress, exit }: CommandContext): void {
  commandOf(program).action(async (folder: string, options: InitOptions) => {
    const notes: string[] = [];
    const read: ReadList = (file) => {
      const list =
        file === "-"
          ? accountListIn("standard input", readText("standard input", io.input))
          : accountListIn(file, readText(file));
      notes.push(...list.notes);
      return list;
    };
    // Before anything is asked in vain.
    requireNew(folder, projectFiles(folder, "", options.engine));
    const { fromOrganization, hubRegion, accounts } = options;
    const region = hubRegion ?? io.env["AWS_REGION"] ?? "us-east-1";
    const list = fromOrganization
      ? await accountListOfOrganization(region, progress)
      : accounts === undefined
        ? undefined
        : read(accounts);
    if (list && fromOrganization) notes.push(...list.notes);
    const given = answersIn(options, list);
    // Where the list comes from standard input, nobody sits there.
    const asks = missingFlags(given).length > 0 && options.accounts !== "-";
    const answers = await completed(given, read, asks ? io.openTerminal?.() : undefined);
    const lines = refusal(answers);
    if (lines.length > 0) {
      io.err(`${lines.flatMap(plainLines).join("\n")}\n`);
      exit(exitCodes.unusable);
      return;
    }
    const text = configurationText(templateConfiguration(), answers);
    // What is written is what the program accepts.
    readConfigurationText("signin-alerts.yaml", text, (draft) => checkConfiguration(draft));
    const files = projectFiles(folder, text, options.engine);
    writeProject(folder, files);
    const paths = files.map(([path]) => path);
    const chosen = answers.trail === undefined ? [chosenTrail] : [];
    io.out(
      [...notes, ...written(folder, paths, answers), ...chosen].flatMap(plainLines).join("\n"),
    );
    exit(exitCodes.covered);
  });
}
