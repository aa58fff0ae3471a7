import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import type { StackDocument } from "../coverage/inventory";
import { resourceTypes } from "../coverage/resource-types";
import { objectIn, textIn } from "../json/value";
import type { ReportAt } from "./report";

/** What a file holds. */
export type Asset = string | Uint8Array;

/** Where cdktf puts the files that stacks name. */
const assetFolder = "assets";

/** What Terraform pins providers with, where it was there. */
const lockFile = ".terraform.lock.hcl";

/** The files that belong to a stack besides its Terraform, by path from its folder, with slashes. */
export function assetsOf(stack: StackDocument, reportAt: ReportAt): ReadonlyMap<string, Asset> {
  const { folder = "" } = stack;
  const assets = new Map<string, Asset>();
  if (existsSync(join(folder, lockFile)))
    assets.set(lockFile, readFileSync(join(folder, lockFile)));
  if (existsSync(join(folder, assetFolder))) {
    for (const entry of readdirSync(join(folder, assetFolder), {
      recursive: true,
      withFileTypes: true,
    })) {
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path).split(sep).join("/");
      if (entry.isFile()) assets.set(name, readFileSync(path));
      else if (!entry.isDirectory()) reportAt(name)("it is neither a file nor a folder");
    }
  }
  for (const [address, path] of namedFiles(stack)) {
    if (!assets.has(posix.normalize(path))) {
      reportAt(address)(`it names the file ${path}, which is not in ${assetFolder} of its stack`);
    }
  }
  return assets;
}

/** Paths that resources name, each with the address. */
function namedFiles({ document }: StackDocument): readonly (readonly [string, string])[] {
  return Object.entries(objectIn(document["resource"])).flatMap(([type, named]) =>
    Object.entries(objectIn(named)).flatMap(
      ([name, body]): readonly (readonly [string, string])[] => {
        const path = textIn(objectIn(body)[resourceTypes.get(type)?.file ?? ""]);
        return path === undefined || path.includes("${") ? [] : [[`${type}.${name}`, path]];
      },
    ),
  );
}
