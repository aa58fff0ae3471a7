import { createHash } from "node:crypto";
import { htmlDocument } from "../../../src/coverage/report/html/document";
import { plainStyle, table } from "../../../src/coverage/report/html/plain-page";

const hostile = `</title><script>alert("x")</script>`;

test("a page without a script allows its own style by its digest, and nothing else", () => {
  const page = htmlDocument({ title: hostile, style: plainStyle, body: "<p>text</p>" });
  const digest = createHash("sha256").update(plainStyle).digest("base64");
  expect(page).toContain(`content="default-src 'none'; style-src 'sha256-${digest}'"`);
  expect(page).not.toContain("<script");
});

test("a page with a script allows that one by its digest, and has it at its end", () => {
  const script = "document.title = 'x';";
  const page = htmlDocument({ title: "Page", style: "p {}", script, body: "<p>text</p>" });
  const digest = createHash("sha256").update(script).digest("base64");
  expect(page).toContain(`script-src 'sha256-${digest}'`);
  expect(page).toMatch(/<p>text<\/p>\n<script>[^<]+<\/script>\n<\/body>/u);
});

test("a text of a table is nothing but text, in its cell and beside it on a phone", () => {
  const html = table([hostile], [[{ text: hostile, className: `"><b` }]]);
  expect(html).not.toMatch(/<script|<b/u);
  expect(html).toContain("data-head=");
});

test("a table of a few short columns stays one on a phone, and another becomes cards", () => {
  const cells = (...texts: string[]) => [texts.map((text) => ({ text }))];
  expect(table(["Day", "Alerts"], cells("2026-11-02", "3"))).toContain('class="short"');
  expect(table(["Route"], cells("security-operations"))).toContain('class="long"');
  const many = Array.from({ length: 8 }, String);
  expect(table(many, cells(...many))).toContain('class="long"');
});
