/** A part of a text whose rows may be folded into a count. */
export interface FoldingSection {
  readonly heading: readonly string[];
  readonly rows: readonly string[];
  /** The line that stands for the rows left out. */
  readonly folded: (rows: number) => string;
}

const shareOfEach = 3;

function needed({ heading, rows }: FoldingSection, shown: number): number {
  return heading.length + shown + (shown < rows.length ? 1 : 0);
}

/**
 * The sections in at most so many lines: each shows its first rows, earlier sections more than later
 * ones, and a line that says how many were left out. The headings and a line each must fit.
 */
export function foldSections(
  sections: readonly FoldingSection[],
  lines: number,
): readonly string[] {
  const shown = sections.map(({ rows }) => Math.min(rows.length, shareOfEach));
  const total = () => sections.reduce((sum, section, i) => sum + needed(section, shown[i] ?? 0), 0);
  sections.forEach(({ rows }, i) => {
    const before = shown[i] ?? 0;
    if (before === rows.length) return;
    const free = lines - total();
    // The last row takes the place of the line that stood for it.
    shown[i] = rows.length - before - 1 <= free ? rows.length : before + free;
  });
  return sections.flatMap(({ heading, rows, folded }, i) => {
    const count = shown[i] ?? 0;
    return [
      ...heading,
      ...rows.slice(0, count),
      ...(count < rows.length ? [folded(rows.length - count)] : []),
    ];
  });
}
