/** Text of an expression or block. The first line stands where the text begins; all have the same indentation there. */
export type Lines = readonly string[];

/** Columns up to which a list or an object with one member stands on one line. */
const widest = 80;

/** Lines one level further in; empty ones stay empty. */
export function indented(lines: Lines): Lines {
  return lines.map((line) => (line === "" ? "" : `  ${line}`));
}

/** A list: on one line where it fits, else an item on each line. */
export function listLines(items: readonly Lines[]): Lines {
  const line = `[${items.map(([first]) => first).join(", ")}]`;
  if (items.every(isOneLine) && line.length <= widest) return [line];
  return ["[", ...indented(items.flatMap((item) => withEnd(item, ","))), "]"];
}

/** An object: on one line where it has one member and fits, else a member on each line. */
export function objectLines(members: readonly Assignment[]): Lines {
  if (members.length === 0) return ["{}"];
  const [[name, value] = ["", [""]]] = members;
  const line = `{ ${name} = ${value[0] ?? ""} }`;
  if (members.length === 1 && isOneLine(value) && line.length <= widest) return [line];
  return ["{", ...indented(assignmentLines(members)), "}"];
}

/** A name, and the expression that is assigned to it. */
export type Assignment = readonly [name: string, value: Lines];

/** Assignments as `terraform fmt` aligns them: those that follow each other on one line each. */
export function assignmentLines(assignments: readonly Assignment[]): Lines {
  const lines: string[] = [];
  let together: (readonly [name: string, value: string])[] = [];
  const end = (): void => {
    const width = Math.max(...together.map(([name]) => columns(name)));
    for (const [name, value] of together) {
      lines.push(`${name}${" ".repeat(width - columns(name))} = ${value}`);
    }
    together = [];
  };
  for (const [name, [first = "", ...rest]] of assignments) {
    if (rest.length === 0) {
      together.push([name, first]);
      continue;
    }
    end();
    lines.push(`${name} = ${first}`, ...rest);
  }
  end();
  return lines;
}

const characters = new Intl.Segmenter("en");

/** Terraform counts what a reader takes for one character. */
function columns(text: string): number {
  return /^[\x20-\x7e]*$/u.test(text) ? text.length : [...characters.segment(text)].length;
}

/** Lines with an end behind the last one. */
export function withEnd(lines: Lines, end: string): Lines {
  return lines.map((line, index) => (index === lines.length - 1 ? `${line}${end}` : line));
}

function isOneLine(lines: Lines): boolean {
  return lines.length === 1;
}
