import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, pictures } from "../../docs/pictures/pictures";
import { pages } from "./pages";
import { repository } from "../package/repository-copy";

const folder = join(repository, "docs/pictures");
const drawn = JSON.parse(readFileSync(join(folder, "sources.json"), "utf8")) as Readonly<
  Record<string, string>
>;
const all = pictures();

test.each(all)("$file shows what the program writes today", (picture) => {
  if (drawn[picture.file] !== fingerprint(picture)) {
    throw new Error(`docs/pictures/${picture.file} is stale: run npm run pictures`);
  }
});

test("there is no other picture, and each is in a page", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".png"));
  expect(files.sort()).toEqual(all.map(({ file }) => file).sort());
  const texts = pages().map((page) => readFileSync(join(repository, page), "utf8"));
  for (const file of files) {
    expect(texts.some((text) => text.includes(`pictures/${file})`))).toBe(true);
  }
});

test("a picture is of at most 200 kB", () => {
  for (const { file } of all) {
    expect(readFileSync(join(folder, file)).length).toBeLessThan(200_000);
  }
});
