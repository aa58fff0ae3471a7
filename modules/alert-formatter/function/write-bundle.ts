import { writeFileSync } from "node:fs";
import { functionFile } from "../../../src/formatter";
import { bundledFunction } from "./bundle";

async function writeBundle(): Promise<void> {
  writeFileSync(functionFile, await bundledFunction());
  console.log("wrote src/formatter/function.js");
}

void writeBundle();
