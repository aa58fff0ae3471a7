import { join } from "node:path";
import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";
import { manifest } from "./manifest";

const root = join(__dirname, "..");
const base = ExtractorConfig.loadFile(join(root, "api-extractor.json"));
const localBuild = process.argv.includes("--write");

/** Entry points with types and their reports: a folder of modules is part of the first one's. */
const reports = Object.entries(manifest.exports).flatMap(([path, target]) =>
  typeof target === "string" || path.includes("*")
    ? []
    : [{ name: join(manifest.name, path), types: join(root, target.types) }],
);

const stale = reports.filter(({ name, types }) => {
  const configObject = {
    ...base,
    mainEntryPointFilePath: types,
    apiReport: { ...base.apiReport, enabled: true, reportFileName: name.replace("/", ".") },
  };
  const config = ExtractorConfig.prepare({
    configObject,
    configObjectFullPath: join(root, "api-extractor.json"),
    packageJsonFullPath: join(root, "package.json"),
  });
  return !Extractor.invoke(config, { localBuild }).succeeded;
});

if (stale.length > 0) {
  console.error(`stale: ${stale.map(({ name }) => name).join(", ")}; run npm run api`);
  process.exitCode = 1;
}
