import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Resource types of the constructs that the package's code imports: all that it can write. */
export function importedTypes(): readonly string[] {
  const code = ["modules", "src"]
    .map((folder) => join(__dirname, "..", folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .map((file) => readFileSync(join(folder, file), "utf8")),
    )
    .join("\n");
  const names = [...code.matchAll(/@cdktf\/provider-aws\/lib\/(?<name>[\w-]+)/gu)]
    .map(({ groups }) => groups?.["name"] ?? "")
    .filter((name) => name !== "provider" && !name.startsWith("data-"));
  return [...new Set(names)].map((name) => `aws_${name.replaceAll("-", "_")}`);
}
