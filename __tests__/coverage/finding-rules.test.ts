import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findingRules, findingText, type RuleId } from "../../src/coverage";

const rules = Object.entries(findingRules);
const root = join(__dirname, "../..");

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}

test.each(rules)("the id %s can stand in an address, and its texts are whole", (id, rule) => {
  expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
  expect(rule.title).toMatch(/^\S.*[^.\s]$/);
  expect(rule.text).toMatch(/^[A-Za-z].*\.$/s);
  expect(rule.fix).toMatch(/^[A-Z].*\.$/s);
});

test.each(["title", "text"] as const)("no two rules have one %s", (key) => {
  const texts = rules.map(([, rule]) => rule[key]);
  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
});

const ownPages = rules.filter(([, { page }]) => !page.startsWith("https://"));

test.each(ownPages.map(([id, { page }]) => [id, page]))("the page of %s exists: %s", (_, page) => {
  const [file = "", anchor] = page.split("#");
  const anchors = anchorsOf(readFileSync(join(root, file), "utf8"));
  if (anchor !== undefined) expect(anchors).toContain(anchor);
  expect(anchors).not.toEqual([]);
});

test("a finding in one line is its title, and what in particular", () => {
  const rule: RuleId = "key-disabled";
  expect(findingText({ rule, detail: "" })).toBe("The KMS key is disabled");
  expect(findingText({ rule, detail: "x" })).toBe("The KMS key is disabled: x");
});
