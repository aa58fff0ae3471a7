import { notSeen, onlyAwsCanTell, type OpenQuestion } from "../src/coverage/report/only-aws";

function list(questions: readonly OpenQuestion[]): string {
  return questions
    .map(({ text, decision }, i) => {
      const number = decision?.split("-")[0] ?? "";
      const link = decision ? ` ([decision ${number}](decisions/${decision}.md))` : "";
      return `- ${text}${link}${i + 1 < questions.length ? ";" : "."}`;
    })
    .join("\n");
}

/** What only AWS can tell, as Markdown. */
export function onlyAwsList(): string {
  return list(onlyAwsCanTell);
}

/** What the check does not look at, as Markdown. */
export function notSeenList(): string {
  return list(notSeen);
}
