import type { Grant } from "../grant";
import { cloudwatch } from "./cloudwatch";
import { delivery } from "./delivery";
import { events } from "./events";
import { identity } from "./identity";
import { people } from "./people";
import { stackSets } from "./stack-sets";
import { trail } from "./trail";

/** What Terraform's provider calls for each resource type that the package writes, by its name in Terraform. */
export const grants: ReadonlyMap<string, readonly Grant[]> = new Map(
  Object.entries({
    ...events,
    ...delivery,
    ...identity,
    ...cloudwatch,
    ...trail,
    ...people,
    ...stackSets,
  }),
);
