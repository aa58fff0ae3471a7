import { globalRegion } from "../aws";
import { partitionOfRegion } from "../aws/regions";
import { kindsWith, placeSample, type AlertKind, type EventEnvelope, type Watch } from "../catalog";
import { nearest } from "../config/problem";
import { UnusableInputError } from "../json/read-json";
import type { WantedPlace } from "./event-input";
import type { InventoryPlace } from "./generated-terraform";

/**
 * The kind of that name: of the catalog, or of a watch of the configuration.
 * @throws UnusableInputError naming the nearest
 */
export function kindNamed(name: string, watches: readonly Watch[] = []): AlertKind {
  const kinds = kindsWith(watches);
  const names = kinds.map((known) => known.name);
  const kind = kinds.find((known) => known.name === name);
  if (kind) return kind;
  const meant = nearest(name, names) ?? names.find((known) => known.startsWith(`${name}-`));
  throw new UnusableInputError(
    `the kind ${name} does not exist; ${meant ? `did you mean ${meant}? ` : ""}\`signin-alerts kinds\` lists them`,
  );
}

/** The sample of a kind at a place, or at the first place where it can occur. @throws UnusableInputError */
export function sampleEvent(
  kind: AlertKind,
  places: readonly InventoryPlace[],
  wanted: WantedPlace,
): EventEnvelope {
  const partition = partitionOfRegion(wanted.region ?? places[0]?.region ?? "");
  const home = globalRegion(partition);
  if (kind.recordedIn === "global-region" && (wanted.region ?? home) !== home) {
    throw new UnusableInputError(
      `${kind.name} is recorded in ${home} only, not in ${wanted.region ?? ""}`,
    );
  }
  const account = wanted.account ?? kind.accounts?.[0] ?? places[0]?.account ?? "";
  const regions = places.filter((place) => place.account === account).map(({ region }) => region);
  const usual = regions.includes(home) || kind.recordedIn === "global-region" ? home : regions[0];
  return placeSample(kind.sample, { account, region: wanted.region ?? usual ?? home, partition });
}
