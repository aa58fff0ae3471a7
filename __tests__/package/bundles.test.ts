import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundled, functionBundle, pageBundle, styleBundle } from "../../packaging/bundles";
import { repository } from "./repository-copy";

describe.each([
  ["the code of the Lambda function", functionBundle],
  ["the script of the HTML page", pageBundle],
  ["the style sheet of the HTML page", styleBundle],
])("%s", (_name, bundle) => {
  test("is what its source says", async () => {
    const stale = readFileSync(join(repository, bundle.file), "utf8") !== (await bundled(bundle));
    if (stale) throw new Error(`${bundle.file} is stale: run npm run bundle`);
  });

  test("is the same wherever it is built", async () => {
    const code = await bundled(bundle);
    const folder = process.cwd();
    try {
      process.chdir("/");
      expect(await bundled(bundle)).toBe(code);
    } finally {
      process.chdir(folder);
    }
    expect(code).not.toContain(folder);
    expect(code).not.toContain("sourceMappingURL");
  });
});

test("the script of the HTML page holds nothing that ends a script element", () => {
  expect(readFileSync(join(repository, pageBundle.file), "utf8")).not.toMatch(/<\/script|<!--/i);
});
