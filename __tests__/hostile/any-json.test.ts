import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { runs } from "../property-runs";
import { crash, ended } from "./ended";
import { goodInputs } from "./good-inputs";
import { blow, damaged } from "./hostile-json";

const { root, files } = goodInputs();
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

test("commands end well for what is all right", async () => {
  for (const argv of files.flatMap(commandsOf)) {
    const { written } = await ended(argv);
    expect(written).not.toMatch(crash);
  }
});

describe.each(files)("whatever stands anywhere in %s", (file) => {
  const good = readFileSync(at(file), "utf8");
  const json = JSON.parse(good) as unknown;

  afterAll(() => {
    writeFileSync(at(file), good);
  });

  test("commands end with a result or an error for people", async () => {
    await fc.assert(
      fc.asyncProperty(blow, fc.nat(), async (each, index) => {
        const commands = commandsOf(file);
        const argv = commands[index % commands.length] ?? [];
        writeFileSync(at(file), JSON.stringify(damaged(json, each)));
        const { code, written } = await ended(argv);
        expect([0, 1, 2]).toContain(code);
        expect(written).not.toMatch(crash);
      }),
      runs(Number(process.env["FUZZ"] ?? 40)),
    );
  });
});
