/** Characters that a reader does not see, or that change what is seen round them. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\\]|(?! )\p{Zs}/gu;

/** What a name, an ARN, an address or a code consists of. */
const ordinary = /^[\w+=,.@:/-]*…?$/u;

function escaped(character: string): string {
  switch (character) {
    case "\\":
      return "\\\\";
    case "\n":
      return "\\n";
    case "\r":
      return "\\r";
    case "\t":
      return "\\t";
    default: {
      const code = (character.codePointAt(0) ?? 0).toString(16);
      return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
    }
  }
}

/** A text cut after so many characters, none of them in halves. */
export function cut(text: string, longest: number, mark: string): string {
  // By length first: a text of a megabyte is not taken apart.
  const characters = Array.from(text.slice(0, 2 * longest + 2));
  if (characters.length <= longest) return text;
  return characters.slice(0, longest - mark.length).join("") + mark;
}

/** JSON, but for what is nested too deep to be written. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return "not shown: nested too deep";
    throw error;
  }
}

/**
 * A value of an event as text on one line that means nothing but itself: control characters, line
 * breaks and what turns the direction of writing are spelled out, addresses with `://` or `www.` are not
 * links. A bare name such as `evil.example` stays, as names of users have dots.
 * Undefined for an empty value.
 */
export function plainValue(value: unknown, longest: number): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const text = typeof value === "string" ? value : jsonOf(value);
  const shown = cut(text, longest, "…")
    .replace(unseen, escaped)
    .replace(/:\/\//gu, "[:]//")
    .replace(/\bwww\./giu, (word) => `${word.slice(0, -1)}[.]`);
  return cut(shown, longest, "…");
}

/** A plain value within a sentence: in quotes unless it is one ordinary word. */
export function wordOf(plain: string): string {
  return ordinary.test(plain) ? plain : `"${plain.replaceAll('"', "'")}"`;
}

/** Text in printable ASCII: letters lose their accents, other characters become `?`. */
export function asciiText(text: string): string {
  return text
    .replaceAll("—", "-")
    .replaceAll("…", "...")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]/gu, "?");
}
