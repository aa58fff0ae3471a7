import { findingRules } from "../src/coverage";

/** A page as its link: those of this folder by their file name. */
function link(page: string): string {
  return page.startsWith("https://") ? `<${page}>` : `[${page}](${page.replace("docs/", "")})`;
}

/** Every rule of findings, its id as the heading that links lead to. */
export function findingsPage(): string {
  const rules = Object.entries(findingRules).sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    "# Findings",
    "",
    "What `signin-alerts coverage`, `trace` and `review` find, by the id of its rule. Ids are the same in every version;",
    "words may change. An error may lose an alert, a warning loses none; both end the command with 1.",
    "",
    "<!-- `npm run docs` writes this page from `src/coverage/finding-rules/`. -->",
    "",
    "| id | severity | what is wrong |",
    "| --- | --- | --- |",
    ...rules.map(([id, { severity, title }]) => `| [\`${id}\`](#${id}) | ${severity} | ${title} |`),
    ...rules.flatMap(([id, { severity, title, text, fix, page }]) => [
      "",
      `## ${id}`,
      "",
      `${title} (${severity}). ${text}`,
      "",
      `**What to do:** ${fix} ${link(page)}`,
    ]),
    "",
  ].join("\n");
}
