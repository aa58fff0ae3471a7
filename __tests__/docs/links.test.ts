import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { repository } from "../package/repository-copy";
import { pages, proseOf } from "./pages";

/** The anchors that GitHub makes from the headings of a page; a second one of a name gets a number. */
function anchors(page: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const text = readFileSync(join(repository, page), "utf8").replaceAll(/^```[\s\S]*?^```/gm, "");
  return new Set(
    [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) => {
      const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
      const anchor = words.replaceAll(/[^\p{L}\p{N}\s_-]/gu, "").replaceAll(/\s/g, "-");
      const before = seen.get(anchor) ?? 0;
      seen.set(anchor, before + 1);
      return before === 0 ? anchor : `${anchor}-${before}`;
    }),
  );
}

function linksOf(page: string): readonly string[] {
  const inline = [...proseOf(page).matchAll(/\]\(<?([^)>\s]+)>?(?: "[^"]*")?\)/g)];
  const named = [...proseOf(page).matchAll(/^\[[^\]]+\]: (\S+)$/gm)];
  return [...inline, ...named].flatMap(([, target]) => target ?? []);
}

function problemOf(page: string, link: string): string | undefined {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? page : join(dirname(page), decodeURIComponent(path));
  if (!existsSync(join(repository, target))) return `${link}: ${target} does not exist`;
  if (anchor === undefined || anchors(target).has(anchor)) return undefined;
  return `${link}: ${target} has no heading of that name`;
}

const withLinks = pages().map((page) => ({
  page,
  links: linksOf(page).filter((link) => !/^(https?|mailto):/.test(link)),
}));

test("links are found at all", () => {
  expect(withLinks.flatMap(({ links }) => links).length).toBeGreaterThan(50);
});

test.each(withLinks)("every relative link of $page leads somewhere", ({ page, links }) => {
  expect(links.flatMap((link) => problemOf(page, link) ?? [])).toEqual([]);
});
