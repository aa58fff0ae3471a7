import { filledLines } from "./input-template";

/**
 * The body of the SNS mail for a rendered input, as the reader sees it.
 *
 * The quotes round a string remain (HIGH: recorded from AWS for SQS, which gets the same text);
 * `\n` becomes a line break and `\"` a quote (MED). Several quoted strings keep the quotes of each
 * line (MED). A JSON object stays as it is. SNS adds an unsubscribe footer below, left out here.
 *
 * @param rendered - the text of a delivered input
 */
export function mailText(rendered: string): string {
  if (rendered.startsWith("{")) return rendered;
  return filledLines(rendered)
    .map((line) => `"${unquoted(line)}"`)
    .join("\n");
}

function unquoted(line: string): string {
  const text: unknown = JSON.parse(line);
  return typeof text === "string" ? text : line;
}
