import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generatedFiles } from "./generated-files";

const root = join(__dirname, "..");

async function generate(): Promise<void> {
  for (const { file, content } of generatedFiles) {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await content());
    console.log(`wrote ${file}`);
  }
}

void generate();
