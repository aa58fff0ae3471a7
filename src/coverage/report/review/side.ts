import type { Watch } from "../../../catalog";
import type { CoverageReport } from "../../coverage-report";
import type { Inventory } from "../../inventory";
import { nearThePath } from "./near-the-path";
import { placedResources, type PlacedResource } from "./same-on-aws";

/** One version of the generated Terraform. */
export interface Version {
  readonly coverage: CoverageReport;
  readonly inventory: Inventory;
  /** Name of the configuration that it was compared with. @default - none */
  readonly configuration?: string;
  /** Principals that the configuration watches. @default - not compared */
  readonly watches?: readonly Watch[];
  /**
   * Judges what AWS will have of the version, as `coverage` was judged. Asked of the head where
   * `lifecycle.ignore_changes` withholds some of its changes. @default - its coverage stays as it is written
   */
  readonly judge?: (inventory: Inventory) => CoverageReport;
}

/** One side of the comparison. */
export class Side {
  readonly coverage: CoverageReport;
  readonly inventory: Inventory;
  readonly placed: readonly PlacedResource[];
  /** Whether it was compared with a configuration, so that it is known what is left out on purpose. */
  readonly isConfigured: boolean;
  readonly watches: readonly Watch[];
  private near?: { readonly resources: ReadonlySet<PlacedResource> | undefined };

  /** @param other - what it is compared with */
  constructor({ coverage, inventory, configuration, watches = [] }: Version, other: Inventory) {
    this.watches = watches;
    this.isConfigured = configuration !== undefined;
    this.coverage = coverage;
    this.inventory = inventory;
    this.placed = placedResources(inventory, other);
  }

  /** Whether a resource has to do with alerts, or may have: a team may have others in the same stacks. */
  isNearThePath(resource: PlacedResource): boolean {
    this.near ??= { resources: nearThePath(this) };
    return this.near.resources?.has(resource) !== false;
  }

  /** Every resource of a type. */
  written(type: string): readonly PlacedResource[] {
    return this.placed.filter(({ resource }) => resource.type === type);
  }
}

/** Something else that a change alters, in a sentence. */
export interface OtherChange {
  readonly text: string;
  /** True where alerts may end by it, or nothing may be left that would notice. */
  readonly isLoss: boolean;
}
