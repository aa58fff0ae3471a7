import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { capturedRun } from "../cli/captured-run";
import { manifest } from "../package/packed-package";
import { repository } from "../package/repository-copy";
import { codeBlocks, pages } from "./pages";

// Commands that need AWS, Terraform's registry or a network are only parsed: nothing here can run them.
const blocks = [
  ...pages().flatMap(codeBlocks),
  { page: "help", line: 1, info: "sh", code: readFileSync(join(repository, "help"), "utf8") },
];
const shell = blocks.filter(({ info, page }) => info === "sh" && page !== "help");
const lines = blocks
  .filter(({ info }) => info === "sh" || info === "console")
  .flatMap(({ page, code }) =>
    code
      .replaceAll(/\\\n\s*/g, " ")
      .split("\n")
      // The help has what a command does beside it.
      .map((text) => ({ page, text: text.replace(/^\$ /, "").split(/ #| {3,}(?=\S)/, 2) }))
      .flatMap(({ text }) => ({ page, command: (text[0] || text[1]) ?? "" })),
  );

/** What follows these words in the commands of the pages, each once. */
function after(words: RegExp): readonly string[] {
  const found = lines.flatMap(({ command }) =>
    [...command.matchAll(words)].map(({ 1: rest = "" }) => rest.trim()),
  );
  return [...new Set(found)].sort();
}

/** What the shell says of each block without running it, asked in one process: status and errors. */
const read = spawnSync(
  "bash",
  ["-c", 'for code; do bash -n <<<"$code" 2>&1; printf "%d\\0" $?; done', "bash"].concat(
    shell.map(({ code }) => code),
  ),
  { encoding: "utf8" },
).stdout.split("\0");

test.each(shell.map((block, at) => ({ ...block, said: read[at] })))(
  "the shell reads what $page says at line $line",
  ({ code, said }) => {
    expect(said).toBe("0");
    // Without quotes the shell would look for a file of that name.
    expect(code).not.toMatch(/[ =]<\w/);
  },
);

test("npm has every script that a page runs, in this repository or in an example", () => {
  const names = after(/npm run (?:-s )?([\w:-]+)/g);
  expect(names.length).toBeGreaterThan(10);
  const ofExamples = ["coverage:constructs", "synth:constructs", "synth:own-kinds"];
  const missing = names.filter((name) => !(name in manifest.scripts));
  expect(missing).toEqual(ofExamples);
});

test("signin-alerts accepts every option that a page gives it", async () => {
  const calls = after(
    /(?:signin-alerts --|^(?:npx )?signin-alerts) ((?:coverage|trace|review|replay|backtest|check|kinds)[^>&|]*)/g,
  );
  expect(calls.length).toBeGreaterThan(5);
  const isLive = (call: string): boolean => call.includes("--live");
  for (const call of calls.filter(isLive)) {
    // It would ask AWS, with the credentials of whoever runs the tests.
    const { out } = await capturedRun([call.split(" ")[0] ?? "", "--help"]);
    for (const option of call.match(/--[\w-]+/g) ?? []) expect(out).toContain(option);
  }
  for (const call of calls.filter((each) => !isLive(each))) {
    const { err } = await capturedRun(call.split(" "));
    expect(`${call}: ${err}`).not.toMatch(/unknown (option|command)|missing|too many arguments/);
  }
}, 60_000);

test("cdktf has every option that a page gives it", () => {
  const calls = after(/npx (?:--package \S+ )?cdktf ([^>&|]*)/g);
  expect(calls.length).toBeGreaterThan(5);
  const bin = join(repository, "node_modules/.bin/cdktf");
  for (const verb of new Set(calls.map((call) => call.split(" ")[0] ?? ""))) {
    const { stdout } = spawnSync(bin, [verb, "--help"], { encoding: "utf8" });
    const options = calls
      .filter((call) => call.startsWith(verb))
      .flatMap((call) => call.match(/--[\w-]+/g) ?? []);
    for (const option of options) expect(`${verb}: ${stdout}`).toContain(option);
  }
}, 60_000);

test("JSON of a page is JSON", () => {
  for (const { code } of blocks.filter(({ info }) => info.startsWith("json"))) {
    expect(() => JSON.parse(code) as unknown).not.toThrow();
  }
});
