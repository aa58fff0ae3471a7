/** Where a text was said. */
export interface TextPlace {
  readonly account: string;
  readonly region: string;
}

/** Stands for the account in a text that is the same for every account: a private-use character. */
const accountMark = "\uE000";

/** Stands for the region in a text that is the same for every region: a private-use character. */
const regionMark = "\uE001";

function replaced(text: string, word: string, by: string): string {
  return word !== "" && text.includes(word) ? text.split(word).join(by) : text;
}

/** The text without its place, so that what is the same everywhere reads the same. */
export function placeFree(text: string, { account, region }: TextPlace): string {
  const unmarked = replaced(replaced(text, accountMark, "\uFFFD"), regionMark, "\uFFFD");
  return replaced(replaced(unmarked, account, accountMark), region, regionMark);
}

/** The text at a place: what {@link placeFree} was given there. */
export function placedText(text: string, { account, region }: TextPlace): string {
  return replaced(replaced(text, regionMark, region), accountMark, account);
}
