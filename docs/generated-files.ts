import { readFileSync } from "node:fs";
import { join } from "node:path";
import { configurationReference } from "./configuration-reference";
import { configurationJsonSchema } from "./json-schema";
import { formatted } from "./formatted";
import { costsTable } from "./costs-table";
import { kindsTable } from "./kinds-table";
import { withPart } from "./marked-part";
import { publishedRegionsModule } from "./published-regions";

/** A file that is written from the code, and checked in so that people and editors can read it. */
export interface GeneratedFile {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly content: () => Promise<string>;
}

const readme = join(__dirname, "../README.md");

function readmeWithTables(): string {
  const page = withPart(readFileSync(readme, "utf8"), "kinds", kindsTable());
  return withPart(page, "costs", costsTable());
}

/** Every generated file. `npm run docs` writes them; a test fails when one is stale. */
export const generatedFiles: readonly GeneratedFile[] = [
  {
    file: "schema/signin-alerts.schema.json",
    content: () => formatted(JSON.stringify(configurationJsonSchema()), "json"),
  },
  {
    file: "src/aws/published-regions.ts",
    content: () => formatted(publishedRegionsModule(), "babel"),
  },
  {
    file: "docs/configuration.md",
    content: () => formatted(configurationReference(configurationJsonSchema()), "markdown"),
  },
  {
    file: "README.md",
    content: () => formatted(readmeWithTables(), "markdown"),
  },
];
