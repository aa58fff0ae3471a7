import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { CallCounter } from "../calls-of";
import { runs } from "../property-runs";
import { crash, ended } from "./ended";
import { goodInputs } from "./good-inputs";
import { blow, damaged } from "./hostile-json";

const { root, files } = goodInputs();
/** Times that each file is damaged. FUZZ=1000 looks longer, and names the one that costs too much. */
const times = Number(process.env["FUZZ"] ?? 40);
const isCountedAlone = process.env["FUZZ"] !== undefined;
/** Calls of functions: of 320 commands the costliest made 941,000. */
const mostCalls = { onAverage: 1_000_000, ofOne: 20_000_000 } as const;

const at = (name: string): string => join(root, name);
const config = ["--config", at("configuration.json")];

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** The commands that read a file. */
function commandsOf(file: string): readonly (readonly string[])[] {
  if (file === "event.json") return [["trace", at("out"), "--event", at(file), "--no-config"]];
  if (file === "configuration.json") {
    return [
      ["check", ...config],
      ["check", ...config, "--format", "json"],
      ["coverage", at("out"), ...config],
    ];
  }
  if (file === "plan.json") {
    return [
      ["coverage", at(file), "--no-config"],
      ["review", "--base", at("base"), "--head", at("base"), "--plan", at(file), "--no-config"],
    ];
  }
  if (file === "records.json") {
    return ["table", "json", "markdown", "html"].map((format) => [
      ...["backtest", at(file), ...config, "--format", format],
    ]);
  }
  if (file === "accept.json") return [["coverage", at("out"), ...config, "--accept", at(file)]];
  if (file === "state.json") return [["coverage", at(file), "--no-config"]];
  return [
    ...["table", "json", "markdown", "html", "sarif", "junit"].map((format) => [
      "coverage",
      at("out"),
      ...config,
      "--format",
      format,
    ]),
    ["trace", at("out"), "--kind", "root-sign-in", ...config],
    ["review", "--base", at("base"), "--head", at("out"), ...config],
    ["review", "--base", at("out"), "--head", at("base"), ...config],
  ];
}

/** Every command, once: several files are read by the same ones. */
const commands = new Map(files.flatMap(commandsOf).map((argv) => [argv.join(" "), argv]));

test("commands end well for what is all right in every file", async () => {
  for (const argv of commands.values()) {
    const { written } = await ended(argv);
    expect(written).not.toMatch(crash);
  }
}, 60_000);

// One for all: to start counting takes longer than what is counted.
let started: CallCounter | undefined;
afterAll(() => {
  started?.stop();
});

describe.each(files)("whatever stands anywhere in %s", (file) => {
  const good = readFileSync(at(file), "utf8");
  const json = JSON.parse(good) as unknown;

  afterAll(() => {
    writeFileSync(at(file), good);
  });

  let counter: CallCounter;
  beforeAll(() => {
    counter = started ??= new CallCounter();
    counter.taken();
  });

  test("commands end with a result or an error for people", async () => {
    await fc.assert(
      fc.asyncProperty(blow, fc.nat(), async (each, index) => {
        const reading = commandsOf(file);
        const argv = reading[index % reading.length] ?? [];
        writeFileSync(at(file), JSON.stringify(damaged(json, each)));
        if (isCountedAlone) counter.taken();
        const { code, written } = await ended(argv);
        if (isCountedAlone) expect(counter.taken()).toBeLessThan(mostCalls.ofOne);
        expect([0, 1, 2]).toContain(code);
        expect(written).not.toMatch(crash);
      }),
      runs(times),
    );
    if (!isCountedAlone) expect(counter.taken()).toBeLessThan(times * mostCalls.onAverage);
  });
});
