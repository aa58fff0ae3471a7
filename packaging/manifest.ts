import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What `package.json` says and the package's own programs read. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
}

// Edge: the file is the repository's own.
export const manifest = JSON.parse(
  readFileSync(join(__dirname, "../package.json"), "utf8"),
) as Manifest;
