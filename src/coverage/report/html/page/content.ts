import type { OutlookData, PageData } from "./data";

/** The element, which the page has. */
export function found<Found extends Element>(element: Found | null): Found {
  if (element === null) throw new Error("an element of the page is missing");
  return element;
}

/** The value at an index that the data says. */
export function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined) throw new Error(`the data of the page has no entry ${String(index)}`);
  return value;
}

// Edge: the check wrote it.
export const data = JSON.parse(found(document.querySelector("#data")).textContent) as PageData;

/** A place of the map: indices of account and region. */
export interface Place {
  readonly a: number;
  readonly r: number;
}

export function outlookOf({ a, r }: Place): OutlookData | undefined {
  return data.outlooks[at(at(data.places, a), r)];
}

export function accountName(a: number): string {
  const { id, name } = at(data.accounts, a);
  return name === "" ? id : `${name} ${id}`;
}

/** A new element. Texts are never read as HTML: a name may hold anything. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const created = Object.assign(document.createElement(tag), properties);
  created.append(...children);
  return created;
}

/** A sign in the colour of its class, which words beside it repeat. */
export function mark(className: string, sign: string): HTMLElement {
  const created = element("b", { className, textContent: sign });
  created.ariaHidden = "true";
  return created;
}

/** A count and its word: `1 gap`, `3 gaps`. */
export function counted(count: number, word: string): string {
  return `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
}
