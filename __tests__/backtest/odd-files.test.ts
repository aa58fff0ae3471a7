import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backtest } from "../../src/backtest/backtest";
import { resolve } from "../../src/plan";
import { organizationWith } from "../coverage/small-organization";
import { recordOf } from "./records";

const folder = mkdtempSync(join(tmpdir(), "signin-odd-files-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let number = 0;
/** A folder with one good file, and whatever is made beside it. */
function folderWith(make: (path: string) => void): string {
  number += 1;
  const path = join(folder, String(number));
  mkdirSync(path);
  writeFileSync(join(path, "good.json"), JSON.stringify(recordOf("root-sign-in", "1")));
  make(path);
  return path;
}

const read = (path: string) =>
  backtest(resolve(organizationWith({})), { paths: [path], input: () => "", perMinute: 60 });

test.each<[string, (path: string) => void, RegExp]>([
  [
    "a link to nothing",
    (path) => {
      symlinkSync(join(path, "nowhere"), join(path, "link.json"));
    },
    /a link that leads to no file/u,
  ],
  [
    "links to the folder itself",
    (path) => {
      symlinkSync(path, join(path, "again"));
      symlinkSync(path, join(path, "and-again"));
    },
    /a link to a folder: it is not followed/u,
  ],
  [
    "a pipe",
    (path) => {
      execFileSync("mkfifo", [join(path, "pipe.json")]);
    },
    /no file: it is not read/u,
  ],
  [
    "a file of NUL",
    (path) => {
      writeFileSync(join(path, "nul.json"), "\0".repeat(1000));
    },
    /not valid JSON/u,
  ],
  [
    "an empty file of gzip",
    (path) => {
      writeFileSync(join(path, "empty.json.gz"), "");
    },
    /empty: no file of gzip/u,
  ],
])("%s is named, and the rest is read", async (_, make, problem) => {
  const { signIns, unread, unreadCount } = await read(folderWith(make));
  expect(signIns).toBe(1);
  expect(unreadCount).toBeGreaterThan(0);
  expect(unread.map((each) => each.problem).join("; ")).toMatch(problem);
});

test("a folder that is called like a file is a folder, and a link to a file is that file", async () => {
  const path = folderWith((made) => {
    mkdirSync(join(made, "x.json"));
    writeFileSync(join(made, "x.json", "y.json"), JSON.stringify(recordOf("root-sign-in", "2")));
    symlinkSync(join(made, "good.json"), join(made, "link.json"));
  });
  const { signIns, repeated, files, unreadCount } = await read(path);
  expect({ signIns, repeated, files, unreadCount }).toEqual({
    signIns: 2,
    repeated: 1,
    files: 3,
    unreadCount: 0,
  });
});

test.each(["2026-02-30T08:00:00Z", "2026-11-20T24:00:00Z"])(
  "a record of %s, which does not exist, is not of another day",
  async (eventTime) => {
    const path = folderWith((made) => {
      writeFileSync(
        join(made, "day.json"),
        JSON.stringify(recordOf("root-sign-in", "2", { eventTime })),
      );
    });
    const { signIns, unread } = await read(path);
    expect(signIns).toBe(1);
    expect(unread).toMatchObject([
      { problem: expect.stringContaining("without a time") as string },
    ]);
  },
);
