import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Argument, type Command } from "commander";
import { plainLines } from "../../coverage/report/plain-text";
import { parseJson, readText, UnusableInputError } from "../../json/read-json";
import { isJsonObject } from "../../json/value";
import { orUnusable } from "../../json/file-system";
import { engineNames, engineTitles, withEngine, type EngineName } from "../init/engines";
import { exitCodes, type CommandContext } from "./context";

/** Adds `engine`: moves a project to CDK Terrain, or back. */
export function addEngine(program: Command, { io, exit }: CommandContext): void {
  program
    .command("engine")
    .summary("move a project to CDK Terrain, or back to CDKTF")
    .description(
      "Changes the dependencies in package.json to those of CDKTF (cdktf) or of CDK Terrain (cdktn). What is generated stays the same, except the version that it names.",
    )
    .addArgument(new Argument("<name>", "engine").choices([...engineNames]))
    .argument("[folder]", "folder of the project", ".")
    .action((name: EngineName, folder: string) => {
      const file = join(folder, "package.json");
      const text = readText(file);
      const manifest = parseJson(file, text);
      if (!isJsonObject(manifest)) {
        throw new UnusableInputError(`${file} does not hold a JSON object`);
      }
      const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? 2;
      const changed = withEngine(manifest, name);
      const isSame = JSON.stringify(changed) === JSON.stringify(manifest);
      if (!isSame) {
        orUnusable(file, "written", () => {
          writeFileSync(file, `${JSON.stringify(changed, null, indent)}\n`);
        });
      }
      const title = engineTitles[name];
      const lines = isSame
        ? [`${file} has ${title} already.`, ""]
        : [`${file} has ${title} now.`, "", "Next:", "  npm install", "  npm run synth", ""];
      io.out(lines.flatMap(plainLines).join("\n"));
      exit(exitCodes.covered);
    });
}
