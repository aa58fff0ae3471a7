import type { ResourceAddress } from "../finding";

// Control characters could move the cursor or colour the terminal; format characters reorder text.
const unprintable = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Text that a terminal shows as it is, on one line. */
export function plainLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").replace(unprintable, "\uFFFD");
}

/** Text that a terminal shows as it is, with its line breaks. */
export function plainLines(text: string): readonly string[] {
  return text.split("\n").map((line) => line.replace(unprintable, "\uFFFD"));
}

/** `signin-hub aws_sns_topic.topic_1A2B3C4D`, or nothing. */
export function resourceText(resource: ResourceAddress | undefined): string {
  return resource ? plainLine(`${resource.stack} ${resource.address}`) : "";
}
