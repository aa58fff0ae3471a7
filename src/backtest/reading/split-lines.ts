import { longestItem, tooLong, type Item, type Splitter } from "./item";

/** Gives each line that is not empty: one value a line, so that a broken one breaks no other. */
export class LineSplitter implements Splitter {
  #line = 1;
  #text = "";
  #isTooLong = false;

  push(text: string): readonly Item[] {
    const [first = "", ...more] = text.split("\n");
    const items: Item[] = [];
    this.#append(first);
    for (const next of more) {
      items.push(...this.#ended());
      this.#line += 1;
      this.#append(next);
    }
    return items;
  }

  end(): readonly Item[] {
    return this.#ended();
  }

  #append(text: string): void {
    this.#isTooLong ||= this.#text.length + text.length > longestItem;
    this.#text = this.#isTooLong ? "" : this.#text + text;
  }

  #ended(): readonly Item[] {
    const [line, text, isTooLong] = [this.#line, this.#text.trim(), this.#isTooLong];
    this.#text = "";
    this.#isTooLong = false;
    if (isTooLong) return [{ line, broken: tooLong }];
    return text === "" ? [] : [{ line, text }];
  }
}
