import { UnusableInputError } from "../../json/read-json";
import type { AccountList, ListedAccount } from "./account-list";
import { questions, type Answers } from "./answers";
import type { EngineName } from "./engines";
import { answerOf } from "./interview";

/** Options of `signin-alerts init`. */
export interface InitOptions {
  readonly accounts?: string;
  readonly fromOrganization?: true;
  readonly account?: readonly string[];
  readonly organization?: string;
  readonly managementAccount?: string;
  readonly hubAccount?: string;
  readonly hubRegion?: string;
  readonly recipient?: readonly string[];
  readonly trail?: "create" | "existing";
  readonly engine: EngineName;
}

/** Accounts given as ID=NAME. */
function accountsIn(given: readonly string[]): readonly ListedAccount[] {
  return given.map((text) => {
    const [id = "", ...name] = text.split("=");
    return { id: id.trim(), name: name.join("=").trim(), tags: {}, origin: `--account ${text}` };
  });
}

/** Answers with what a list of accounts says. @throws UnusableInputError where they contradict it */
export function withList(answers: Answers, list: AccountList): Answers {
  for (const key of ["organization", "managementAccount"] as const) {
    const [said, listed] = [answers[key], list[key]];
    if (said !== undefined && listed !== undefined && said !== listed) {
      const flag = questions.find((question) => question.key === key)?.flag ?? key;
      throw new UnusableInputError(
        `${flag} is ${said}, but the list of accounts belongs to ${listed}: leave the option out, or give the right list`,
      );
    }
  }
  const { organization, managementAccount } = list;
  return {
    ...answers,
    ...(organization !== undefined && { organization }),
    ...(managementAccount !== undefined && { managementAccount }),
    accounts: [...list.accounts, ...(answers.accounts ?? [])],
  };
}

/** What the options say. */
export function answersIn(options: InitOptions, list: AccountList | undefined): Answers {
  const { account, organization, managementAccount, trail } = options;
  const given: Answers = {
    ...(organization !== undefined && { organization }),
    ...(managementAccount !== undefined && { managementAccount }),
    ...(trail !== undefined && { trail }),
    ...(account && { accounts: accountsIn(account) }),
  };
  const answers = list ? withList(given, list) : given;
  const { hubAccount, hubRegion, recipient } = options;
  const texts = { hubAccount, hubRegion, recipients: recipient };
  return questions.reduce<Answers>((all, question) => {
    const text = question.key in texts ? texts[question.key as keyof typeof texts] : undefined;
    if (text === undefined) return all;
    return { ...all, ...answerOf(question, typeof text === "string" ? [text] : text, all) };
  }, answers);
}

/** The options that would say what nobody has said yet. */
export function missingFlags(answers: Answers): readonly string[] {
  const accounts = answers.accounts ? [] : ["--accounts"];
  const missing = questions.filter(({ key }) => answers[key] === undefined);
  return [...accounts, ...missing.map(({ flag }) => flag)];
}
