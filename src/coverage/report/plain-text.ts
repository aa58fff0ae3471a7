import type { ResourceAddress } from "../finding";

// Control characters could move the cursor or colour the terminal; format characters reorder text.
const unprintable = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Lines as one; a regular expression would look at each run of spaces again from each of them. */
function oneLine(text: string): string {
  if (!text.includes("\n")) return text;
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" ");
}

/** Text that a terminal shows as it is, on one line. */
export function plainLine(text: string): string {
  return oneLine(text).replace(unprintable, "\uFFFD");
}

/** Text that a terminal shows as it is, with its line breaks. */
export function plainLines(text: string): readonly string[] {
  return text.split("\n").map((line) => line.replace(unprintable, "\uFFFD"));
}

/** `signin-hub aws_sns_topic.topic_1A2B3C4D`, or nothing. */
export function resourceText(resource: ResourceAddress | undefined): string {
  return resource ? plainLine(`${resource.stack} ${resource.address}`) : "";
}
