import type { ConfigurationDraft } from "../../config/draft";
import { formatPath, nearest, type Problem, type ProblemPath } from "../../config/problem";
import { plainLine } from "../../coverage/report/plain-text";
import { firstOf } from "../../coverage/report/wording";
import { checkConfiguration } from "../../plan";
import type { ListedAccount } from "./account-list";

/** What has to be known of an organization, besides its accounts; absent is what nobody has said yet. */
export interface Answers {
  readonly organization?: string;
  readonly managementAccount?: string;
  readonly hubAccount?: string;
  readonly hubRegion?: string;
  readonly recipients?: readonly string[];
  /** Whether a trail for all accounts is created, or exists. Default: it is created. */
  readonly trail?: "create" | "existing";
  readonly accounts?: readonly ListedAccount[];
}

/** Something to be asked, or given as a flag. */
export interface Question {
  readonly key: "organization" | "managementAccount" | "hubAccount" | "hubRegion" | "recipients";
  readonly flag: string;
  readonly argument: string;
  readonly text: string;
  /** Where the answer stands in the configuration. */
  readonly path: ProblemPath;
}

/** In the order in which they are asked. */
export const questions: readonly Question[] = [
  {
    key: "organization",
    flag: "--organization",
    argument: "<id>",
    text: "Id of the organization, such as o-a1b2c3d4e5",
    path: ["organization", "id"],
  },
  {
    key: "managementAccount",
    flag: "--management-account",
    argument: "<id>",
    text: "Id of its management account",
    path: ["organization", "managementAccount"],
  },
  {
    key: "hubAccount",
    flag: "--hub-account",
    argument: "<id or name>",
    text: "Account where all sign-in events meet, such as one for security tooling",
    path: ["hub", "account"],
  },
  {
    key: "hubRegion",
    flag: "--hub-region",
    argument: "<region>",
    text: "Region where they meet, which needs no opt-in, such as eu-central-1",
    path: ["hub", "region"],
  },
  {
    key: "recipients",
    flag: "--recipient",
    argument: "<address>",
    text: "E-mail addresses to notify, separated by commas",
    path: ["recipients"],
  },
];

/** The configuration that answers describe, as far as they go. */
export function draftOf(answers: Answers): ConfigurationDraft {
  const { organization: id, managementAccount, hubAccount: account, hubRegion: region } = answers;
  const { recipients, accounts, trail = "create" } = answers;
  return {
    organization: { id, managementAccount },
    hub: { account, region },
    ...(accounts && {
      accounts: accounts.map(({ id: each, name, tags, optInRegions, newRegions }) => ({
        id: each,
        name,
        ...(Object.keys(tags).length > 0 && { tags }),
        ...(optInRegions && { optInRegions }),
        ...(newRegions && { newRegions }),
        // Terraform is started with credentials of this account.
        ...(each === managementAccount && { roleName: "none" }),
      })),
    }),
    trail: { type: trail },
    ...(recipients && { recipients }),
  };
}

function startsWith(path: ProblemPath, start: ProblemPath): boolean {
  return start.every((step, i) => path[i] === step);
}

/** `payments (444444444444)` of each account, on one line. */
export function accountLabels(accounts: readonly ListedAccount[]): readonly string[] {
  return accounts.map(({ id, name }) => plainLine(`${name} (${id})`));
}

/** What is wrong with an account that is given by a name: that none has it, not that it is no id. */
function ofName(problem: Problem, { hubAccount = "", accounts }: Answers): Problem {
  const isName = accounts !== undefined && /\D/u.test(hubAccount);
  if (formatPath(problem.path) !== "hub.account" || !isName) return problem;
  const meant = nearest(
    hubAccount,
    accounts.map(({ name }) => plainLine(name)),
  );
  return {
    path: problem.path,
    value: hubAccount,
    problem: "no account of the list has this id or name",
    allowed: firstOf(accountLabels(accounts), 8),
    fix: meant === undefined ? "give its id, or its name as in the list" : `did you mean ${meant}?`,
  };
}

/** What is wrong with answers, in the words of a configuration's problems. */
export function problemsOf(answers: Answers): readonly Problem[] {
  return checkConfiguration(draftOf(answers)).map((problem) => ofName(problem, answers));
}

/** What is wrong with a part of them. */
export function problemsAt(answers: Answers, path: ProblemPath): readonly Problem[] {
  return problemsOf(answers).filter((problem) => startsWith(problem.path, path));
}

/** Where a person wrote what a path of the configuration holds. */
export function originOf({ accounts = [] }: Answers, path: ProblemPath): string {
  const [first, index, key] = path;
  const account = first === "accounts" && typeof index === "number" ? accounts[index] : undefined;
  if (account) return [account.origin, key].filter((part) => part !== undefined).join("  ");
  const question = questions.find((each) => startsWith(path, each.path));
  return question?.flag ?? (first === "accounts" ? "--accounts" : path.join("."));
}
