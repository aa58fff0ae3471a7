import type { AccountNames } from "../../catalog";
import { accountNamesIn, functionPackage, hashOf } from "../../formatter";
import type { Resource } from "../inventory";
import { fileKey } from "../inventory/package-files";
import { shownAddress, stopAt, text, type Network } from "../network";
import type { TraceOptions } from "./run";

const NAME = "function code";
const noNames: AccountNames = {};

/**
 * The names that a function shows beside the ids of accounts. What the function does is known only
 * because its code, by its hash, is the one that this package makes of these names.
 * @throws BlockedError for any other code
 */
export function formatterNames(
  network: Network,
  lambda: Resource,
  { accountNames }: TraceOptions,
): AccountNames {
  const found = network.once(`names of ${shownAddress(lambda)}`, () =>
    packagedNames(network, lambda),
  );
  const names = found ?? accountNames ?? noNames;
  if (functionPackage(names).hash === text(lambda, "source_code_hash")) return names;
  return stopAt(
    NAME,
    lambda,
    found === undefined && accountNames === undefined
      ? "its package is not beside the Terraform and the names of accounts are not known, so its code cannot be judged"
      : "its source_code_hash is not that of this package's function: what it does is not known",
  );
}

/** The names in the package of a function; undefined where none was looked for, as for a plan. */
function packagedNames(network: Network, lambda: Resource): AccountNames | undefined {
  const filename = text(lambda, "filename");
  const zip = network.inventory.files?.get(fileKey(lambda.stack, filename));
  if (zip === undefined) return undefined;
  if ("unreadable" in zip) {
    const fix = "it must be a file in the folder of the stack";
    return stopAt(
      NAME,
      lambda,
      `its package ${filename} cannot be read: ${zip.unreadable}; ${fix}`,
    );
  }
  if (hashOf(zip) !== text(lambda, "source_code_hash")) {
    stopAt(NAME, lambda, "its source_code_hash is not that of its package");
  }
  return (
    accountNamesIn(zip) ??
    stopAt(NAME, lambda, "its package is none of this package's function: it has no accounts.json")
  );
}
