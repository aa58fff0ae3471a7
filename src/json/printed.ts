/** Control and format characters, which move a cursor or reorder text, as escapes in JSON. */
export function printable(json: string): string {
  return json.replace(/[\u007F-\u009F\u2028\u2029\p{Cf}]/gu, (character) =>
    Array.from({ length: character.length }, (_, at) => {
      const code = character.charCodeAt(at).toString(16).padStart(4, "0");
      return `\\u${code}`;
    }).join(""),
  );
}

/** A value as JSON that a text tool can read too, and a terminal shows as it is. */
export function printedJson(value: unknown): string {
  return `${printable(JSON.stringify(value, null, 2))}\n`;
}

/** A name as a terminal shows it as it is, without quotes. */
export function shownName(name: string): string {
  return printable(JSON.stringify(name)).slice(1, -1);
}
