import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import "../../src/config";
import "../../src/stacks";
import { organizationOf } from "../organization";
import type { Job } from "../synthesis";

const load = createRequire(__filename);

/** This package as the app of this repository: main.ts itself, with a configuration file. */
export function prepare({ outdir, ...size }: Job): () => void {
  const file = join(outdir, "..", "signin-alerts.yaml");
  mkdirSync(outdir, { recursive: true });
  // JSON is YAML, too.
  writeFileSync(file, JSON.stringify(organizationOf(size), null, 2));
  return () => {
    process.env["SIGNIN_ALERTS_CONFIG"] = file;
    process.env["CDKTF_OUTDIR"] = outdir;
    load("../../main");
  };
}
