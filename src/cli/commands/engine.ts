import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Argument, type Command } from "commander";
import { plainLines } from "../../coverage/report/plain-text";
import { parseJson, readText, UnusableInputError } from "../../json/read-json";
import { isJsonObject } from "../../json/value";
import { isRefusal, refusal } from "../../stacks/file-system";
import { engineNames, engineTitles, withEngine, type EngineName } from "../init/engines";
import { exitCodes, type CommandContext } from "./context";

/** Adds `engine`: moves a project to CDK Terrain, or back. */
export function addEngine(program: Command, { io, exit }: CommandContext): void {
  program
    .command("engine")
    .summary("move a project to CDK Terrain, or back to CDKTF")
    .description(
      "Changes the dependencies in package.json to those of CDKTF (cdktf) or of CDK Terrain (cdktn). What is generated stays the same, but for the version that it names.",
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
      const changed = `${JSON.stringify(withEngine(manifest, name), null, indent)}\n`;
      const isSame = JSON.stringify(JSON.parse(changed)) === JSON.stringify(manifest);
      try {
        if (!isSame) writeFileSync(file, changed);
      } catch (error) {
        if (isRefusal(error)) throw new UnusableInputError(refusal(file, "written", error));
        throw error;
      }
      const title = engineTitles[name];
      const lines = isSame
        ? [`${file} has ${title} already.`, ""]
        : [`${file} has ${title} now.`, "", "Next:", "  npm install", "  npm run synth", ""];
      io.out(lines.flatMap(plainLines).join("\n"));
      exit(exitCodes.covered);
    });
}
