import { readFileSync } from "node:fs";
import { join } from "node:path";
import { configurationReference } from "./configuration-reference";
import { configurationTypes } from "./configuration-types";
import { configurationJsonSchema } from "./json-schema";
import { findingsPage } from "./findings-page";
import { formatted } from "./formatted";
import { controlsTable } from "./controls-table";
import { costsTable } from "./costs-table";
import { dashboardPicture } from "./dashboard-picture";
import { kindsTable } from "./kinds-table";
import { liveParts } from "./live-policies";
import { withPart } from "./marked-part";
import { notSeenList, onlyAwsList } from "./open-questions";
import { callsTable, memberPolicies, rolesTable } from "./permissions-tables";
import { otherArgumentsModule, providerArgumentsModule } from "./provider-arguments";
import { publishedRegionsModule } from "./published-regions";
import { survivorsTable } from "./survivors-table";
import { chatSample, coverageSample, gapSample, mailSample, subjectSample } from "./sample-outputs";

/** A file that is written from the code, and checked in so that people and editors can read it. */
export interface GeneratedFile {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly content: () => Promise<string>;
}

const root = join(__dirname, "..");

/** The parts of a page that are written from the code, between marks of these names. */
type PageParts = Readonly<Record<string, () => string>>;

const pages: Readonly<Record<string, PageParts>> = {
  "README.md": { mail: mailSample, coverage: coverageSample, gap: gapSample },
  "docs/alert-kinds.md": { kinds: kindsTable },
  "docs/check.md": { "not-seen": notSeenList, survivors: survivorsTable },
  "docs/controls.md": { controls: controlsTable },
  "docs/costs.md": { costs: costsTable },
  "docs/limits.md": { "only-aws": onlyAwsList },
  "docs/live.md": liveParts,
  "docs/permissions.md": { roles: rolesTable, member: memberPolicies, calls: callsTable },
  "docs/routes.md": { subject: subjectSample },
  "modules/chat-channel/README.md": { message: chatSample },
};

function pageWithParts(file: string, parts: PageParts): string {
  return Object.entries(parts).reduce(
    (page, [name, part]) => withPart(page, name, part()),
    readFileSync(join(root, file), "utf8"),
  );
}

/** Every generated file. `npm run docs` writes them; a test fails when one is stale. */
export const generatedFiles: readonly GeneratedFile[] = [
  {
    file: "schema/signin-alerts.schema.json",
    content: () => formatted(JSON.stringify(configurationJsonSchema()), "json"),
  },
  {
    file: "src/aws/published-regions.ts",
    content: () => formatted(publishedRegionsModule(), "babel-ts"),
  },
  {
    file: "src/coverage/resource-types/provider-arguments.ts",
    content: () => formatted(providerArgumentsModule(), "babel-ts"),
  },
  {
    file: "src/export/other-arguments.ts",
    content: () => formatted(otherArgumentsModule(), "babel-ts"),
  },
  {
    file: "docs/dashboard.svg",
    content: () => Promise.resolve(dashboardPicture()),
  },
  {
    file: "src/config/props.ts",
    content: () => formatted(configurationTypes(), "babel-ts"),
  },
  {
    file: "docs/configuration.md",
    content: () => formatted(configurationReference(), "markdown"),
  },
  { file: "docs/findings.md", content: () => formatted(findingsPage(), "markdown") },
  ...Object.entries(pages).map(([file, parts]) => ({
    file,
    content: () => formatted(pageWithParts(file, parts), "markdown"),
  })),
];
