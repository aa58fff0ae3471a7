import { readFileSync } from "node:fs";
import { join } from "node:path";
import { configurationJsonSchema } from "../../docs/json-schema";
import { generatedFiles } from "../../docs/generated-files";

test.each(generatedFiles)("$file is what the code says", async ({ file, content }) => {
  const checkedIn = readFileSync(join(__dirname, "../..", file), "utf8");
  if (checkedIn !== (await content())) throw new Error(`${file} is stale: run npm run docs`);
});

test("the JSON Schema has a title, a draft that editors know, and no room for unknown keys", () => {
  expect(configurationJsonSchema()).toMatchObject({
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "signin-alerts.yaml",
    additionalProperties: false,
    required: ["organization", "hub", "accounts"],
  });
});
