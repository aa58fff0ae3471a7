/**
 * The page with a part that is written from the code, between the two marks of that name.
 * @throws Error when the page lacks a mark.
 */
export function withPart(page: string, name: string, part: string): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`the page has no ${begin} … ${end} to write between`);
  }
  return `${before}${begin}\n\n${part}\n\n${end}${after}`;
}
