import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundled, functionBundle, pageBundle, styleBundle } from "./bundles";

async function writeBundles(): Promise<void> {
  for (const bundle of [functionBundle, pageBundle, styleBundle]) {
    writeFileSync(join(__dirname, "..", bundle.file), await bundled(bundle));
    console.log(`wrote ${bundle.file}`);
  }
}

void writeBundles();
