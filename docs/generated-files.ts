import { readFileSync } from "node:fs";
import { join } from "node:path";
import { configurationReference } from "./configuration-reference";
import { configurationJsonSchema } from "./json-schema";
import { formatted } from "./formatted";
import { withKindsTable } from "./kinds-table";

/** A file that is written from the code, and checked in so that people and editors can read it. */
export interface GeneratedFile {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly content: () => Promise<string>;
}

const readme = join(__dirname, "../README.md");

/** Every generated file. `npm run docs` writes them; a test fails when one is stale. */
export const generatedFiles: readonly GeneratedFile[] = [
  {
    file: "schema/signin-alerts.schema.json",
    content: () => formatted(JSON.stringify(configurationJsonSchema()), "json"),
  },
  {
    file: "docs/configuration.md",
    content: () => formatted(configurationReference(configurationJsonSchema()), "markdown"),
  },
  {
    file: "README.md",
    content: () => formatted(withKindsTable(readFileSync(readme, "utf8")), "markdown"),
  },
];
