import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repository } from "./repository-copy";
import { typeErrors } from "./type-check";
import { codeBlocks, pages } from "../docs/pages";

const folder = mkdtempSync(join(tmpdir(), "signin-alerts-code-blocks-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const blocks = pages()
  .flatMap(codeBlocks)
  .filter(({ info }) => info === "ts");

test("every program in the pages has the types it should have", () => {
  expect(blocks.length).toBeGreaterThan(5);
  // A program says `./src`, as if it lay in the root of the repository.
  for (const name of ["src", "modules", "node_modules"]) {
    symlinkSync(join(repository, name), join(folder, name));
  }
  for (const { page, line, code } of blocks) {
    const name = `${page.replaceAll(/[\\/.]/g, "-")}-${line}.ts`;
    writeFileSync(join(folder, name), `${code}\nexport {};\n`);
  }
  const options = { module: "Node16", moduleResolution: "Node16", esModuleInterop: true };
  const strict = { skipLibCheck: true, noUncheckedIndexedAccess: true };
  expect(
    typeErrors(folder, {
      ...options,
      ...strict,
      exactOptionalPropertyTypes: true,
      types: ["node"],
    }),
  ).toBe("");
}, 60_000);
