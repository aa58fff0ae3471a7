import { plainLine } from "../plain-text";

/** Text that means nothing but itself in HTML and XML. */
export function escaped(text: string): string {
  return plainLine(text).replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A text of this package, whose code stands between backticks. */
export function withCode(text: string): string {
  return text
    .split("`")
    .map((part, i) => (i % 2 === 1 ? `<code>${escaped(part)}</code>` : escaped(part)))
    .join("");
}

/** A list of what is HTML already; nothing where it is empty. */
export function list(items: readonly string[], className: string): string {
  if (items.length === 0) return "";
  const lines = items.map((item) => `<li>${item}</li>`);
  return `<ul class="${className}">\n${lines.join("\n")}\n</ul>`;
}

/** A part of the page with a heading and an address. */
export function section(id: string, title: string, content: string): string {
  return `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${escaped(title)}</h2>
${content}
</section>`;
}
