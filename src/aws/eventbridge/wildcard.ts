/**
 * Reads a wildcard: `*` is any run of characters, `\*` an asterisk, `\\` a backslash.
 *
 * @returns the literal pieces between the asterisks, or in words what is wrong
 */
export function parseWildcard(text: string): readonly string[] | string {
  const pieces: string[] = [];
  let piece = "";
  for (let i = 0; i < text.length; i++) {
    let character = text.charAt(i);
    if (character === "*") {
      if (text.charAt(i + 1) === "*") return "two wildcards in a row";
      pieces.push(piece);
      piece = "";
      continue;
    }
    if (character === "\\") {
      character = text.charAt(++i);
      if (!["*", "\\"].includes(character)) return "a backslash before neither '*' nor '\\'";
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** Whether the text consists of the pieces, in order, with anything between them. */
export function fitsWildcard(text: string, pieces: readonly string[]): boolean {
  const head = pieces[0] ?? "";
  if (pieces.length === 1) return text === head;
  const tail = pieces[pieces.length - 1] ?? "";
  const end = text.length - tail.length;
  if (head.length > end || !text.startsWith(head) || !text.endsWith(tail)) return false;
  let position = head.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, position);
    if (found < 0 || found + piece.length > end) return false;
    position = found + piece.length;
  }
  return true;
}
