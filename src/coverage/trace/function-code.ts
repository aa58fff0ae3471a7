import type { AccountNames } from "../../catalog";
import { accountNamesIn, functionPackage, hashOf } from "../../formatter";
import { blocked } from "../finding";
import type { Resource } from "../inventory";
import { fileKey } from "../inventory/package-files";
import { shownAddress, text, type ResourceIndex } from "../resource-index";
import type { TraceOptions } from "./run";

const noNames: AccountNames = {};

/**
 * The names that a function shows beside the ids of accounts. What the function does is known only
 * because its code, by its hash, is the one that this package makes of these names.
 * @throws BlockedError for any other code
 */
export function formatterNames(
  index: ResourceIndex,
  lambda: Resource,
  { accountNames }: TraceOptions,
): AccountNames {
  const found = index.once(`names of ${shownAddress(lambda)}`, () => packagedNames(index, lambda));
  const names = found ?? accountNames ?? noNames;
  if (functionPackage(names).hash === text(lambda, "source_code_hash")) return names;
  return found === undefined && accountNames === undefined
    ? blocked("function-code-unknown", lambda, "neither package nor names of accounts are known")
    : blocked("function-code-differs", lambda, "source_code_hash");
}

/** The names in the package of a function; undefined where none was looked for, as for a plan. */
function packagedNames(index: ResourceIndex, lambda: Resource): AccountNames | undefined {
  const filename = text(lambda, "filename");
  const zip = index.inventory.files?.get(fileKey(lambda.stack, filename));
  if (zip === undefined) return undefined;
  if ("unreadable" in zip) {
    return blocked(
      "function-code-unknown",
      lambda,
      `${filename} cannot be read: ${zip.unreadable}`,
    );
  }
  if (hashOf(zip) !== text(lambda, "source_code_hash")) {
    blocked("function-code-differs", lambda, "source_code_hash is not that of its package");
  }
  return (
    accountNamesIn(zip) ??
    blocked("function-code-differs", lambda, "its package has no accounts.json")
  );
}
