import { defaultRegions, findRegion, routesAcrossRegions } from "../../aws";
import type { Problem, ProblemPath } from "../../config/problem";
import type { ConfigurationDraft } from "../../config/draft";
import { partitionOf } from "./partition";

/** Regions from which no event can reach the hub, where AWS does not send events across regions. */
export function checkCrossRegion(props: ConfigurationDraft): readonly Problem[] {
  const { hub, accounts = [], regions } = props;
  const partition = partitionOf(props);
  if (routesAcrossRegions(partition) || !findRegion(hub?.region ?? "")) return [];
  const hubRegion = hub?.region ?? "";
  const check = (
    path: ProblemPath,
    list: readonly (string | undefined)[] | undefined,
  ): readonly Problem[] => {
    const away = (list ?? []).filter((region) => region !== undefined && region !== hubRegion);
    if (away.length === 0) return [];
    return [
      {
        path,
        value: list,
        problem: `in the partition ${partition} EventBridge sends no events across regions: those of ${away.join(", ")} would not reach the hub in ${hubRegion}`,
        allowed: hubRegion,
        fix: `say regions: [${hubRegion}] here, and give ${away.join(", ")} a configuration of its own, with its own hub region, namePrefix and stackPrefix and with trail: { type: existing }`,
      },
    ];
  };
  const needsDefault = accounts.some((account) => account?.regions === undefined);
  const all = regions ?? (needsDefault ? defaultRegions(partition) : undefined);
  return [
    ...check(["regions"], all),
    ...accounts.flatMap((account, i) => check(["accounts", i, "regions"], account?.regions)),
  ];
}
