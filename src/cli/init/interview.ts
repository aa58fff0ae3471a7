import { formatProblem, type Problem } from "../../config/problem";
import { UnusableInputError } from "../../json/read-json";
import { firstOf } from "../../coverage/report/wording";
import type { Terminal } from "../io";
import { accountNamed } from "../known-place";
import type { AccountList, ListedAccount } from "./account-list";
import { accountLabels, problemsAt, questions, type Answers, type Question } from "./answers";

/** Reads the list of accounts that a person names. @throws UnusableInputError */
export type ReadList = (file: string) => AccountList;

/** What a person answered, as the configuration has it. */
export function answerOf(
  { key }: Question,
  texts: readonly string[],
  { accounts = [] }: Answers,
): Answers {
  const [first = ""] = texts;
  if (key === "recipients") return { recipients: texts };
  if (key === "hubAccount") return { hubAccount: accountNamed(first, accounts) };
  return { [key]: first };
}

function sayProblems(terminal: Terminal, problems: readonly Problem[]): void {
  terminal.say(`${problems.map(formatProblem).join("\n\n")}\n`);
}

/** What may be answered, for who answered nothing. */
function hintFor({ key }: Question, { accounts }: Answers): string {
  return key === "hubAccount" && accounts
    ? `  allowed: the id or name of one of ${firstOf(accountLabels(accounts), 12)}`
    : "  this needs an answer";
}

/** Asks until the answer is right; one that was given before is looked at first. */
async function answered(terminal: Terminal, answers: Answers, question: Question) {
  let current = answers;
  for (;;) {
    if (current[question.key] !== undefined) {
      const problems = problemsAt(current, question.path);
      if (problems.length === 0) return current;
      sayProblems(terminal, problems);
    }
    const text = await terminal.ask(`${question.text}: `);
    const texts = text.split(question.key === "recipients" ? /[\s,;]+/ : "\n");
    const given = texts.map((each) => each.trim()).filter((each) => each !== "");
    if (given.length > 0) {
      current = { ...current, ...answerOf(question, given, current) };
    } else {
      // What was wrong with an earlier answer has been said.
      current = { ...current, [question.key]: undefined };
      terminal.say(`${hintFor(question, current)}\n`);
    }
  }
}

/** One account more, or undefined where that is all. */
async function typedAccount(
  terminal: Terminal,
  answers: Answers,
  known: string | undefined,
): Promise<ListedAccount | undefined> {
  const { accounts = [] } = answers;
  for (;;) {
    const text = await terminal.ask(
      known === undefined
        ? "Another account, its id and name (empty: that is all): "
        : `Name of the account ${known}: `,
    );
    if (text.trim() === "" && known === undefined) return undefined;
    const [, id = "", name = ""] = /^\s*(\S*)\s*(.*)$/s.exec(`${known ?? ""} ${text}`) ?? [];
    const account = { id, name: name.trim(), tags: {}, origin: `account ${id}` };
    const problems = problemsAt({ ...answers, accounts: [...accounts, account] }, [
      "accounts",
      accounts.length,
    ]);
    if (problems.length === 0) return account;
    sayProblems(terminal, problems);
  }
}

async function typedAccounts(terminal: Terminal, answers: Answers): Promise<Answers> {
  let current: Answers = { ...answers, accounts: [] };
  const named = [...new Set([answers.managementAccount, answers.hubAccount])];
  for (const known of [...named.filter((id) => id !== undefined), undefined]) {
    for (;;) {
      const account = await typedAccount(terminal, current, known);
      if (account === undefined) break;
      current = { ...current, accounts: [...(current.accounts ?? []), account] };
      if (known !== undefined) break;
    }
  }
  return current;
}

/** The list in a file that a person names; undefined where the accounts are to be typed. */
async function listNamed(terminal: Terminal, read: ReadList): Promise<AccountList | undefined> {
  terminal.say(
    "A file of the accounts has the columns id and name, or is what `aws organizations list-accounts` prints.\n",
  );
  for (;;) {
    const file = await terminal.ask("File of the accounts (empty: type them): ");
    if (file.trim() === "") return undefined;
    try {
      return read(file.trim());
    } catch (error) {
      if (!(error instanceof UnusableInputError)) throw error;
      terminal.say(`  ${error.message}\n`);
    }
  }
}

async function askedTrail(terminal: Terminal): Promise<"create" | "existing"> {
  for (;;) {
    const text = await terminal.ask(
      "Is there a trail for all accounts already, such as Control Tower's? (y/N): ",
    );
    if (/^\s*(?:n|no)?\s*$/i.test(text)) return "create";
    if (/^\s*(?:y|yes)\s*$/i.test(text)) return "existing";
  }
}

/** Asks a person for what is missing or wrong. @param merge - answers with what a list says */
export async function interview(
  terminal: Terminal,
  given: Answers,
  read: ReadList,
  merge: (answers: Answers, list: AccountList) => Answers,
): Promise<Answers> {
  let answers = given;
  const list = answers.accounts ? undefined : await listNamed(terminal, read);
  if (list) answers = merge(answers, list);
  for (const question of questions) answers = await answered(terminal, answers, question);
  if (!answers.accounts) answers = await typedAccounts(terminal, answers);
  return answers.trail ? answers : { ...answers, trail: await askedTrail(terminal) };
}
