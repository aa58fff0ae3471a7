import { objectIn, type Json } from "../../json/value";
import { templateDependencies } from "./template";

/** What generates Terraform: CDKTF, or its community's fork under the name of CDKTF. */
export const engineNames = ["cdktf", "cdktn"] as const;
export type EngineName = (typeof engineNames)[number];

/** How people call them. */
export const engineTitles: Readonly<Record<EngineName, string>> = {
  cdktf: "CDKTF",
  cdktn: "CDK Terrain",
};

interface Engine {
  /** @default - those of the template */
  readonly dependencies?: Readonly<Record<"cdktf" | "constructs", string>>;
  /** Makes npm accept the fork for packages that ask for cdktf. */
  readonly overrides: Readonly<Record<string, Json>>;
}

const engines: Readonly<Record<EngineName, Engine>> = {
  cdktf: { overrides: {} },
  cdktn: {
    dependencies: { cdktf: "npm:cdktn@0.24.0", constructs: "10.6.0" },
    overrides: {
      "@cdktf/provider-aws": { cdktf: "$cdktf" },
      "cdktf-aws-signin-alerts": { cdktf: "$cdktf" },
    },
  },
};

/**
 * A project's package.json with another engine; what else it says stays.
 * @see docs/cdk-terrain.md
 */
export function withEngine(manifest: Json, name: EngineName): Json {
  const { cdktf, constructs } = templateDependencies();
  const { dependencies = { cdktf, constructs }, overrides } = engines[name];
  const { overrides: had, ...rest } = manifest;
  const ours = Object.values(engines).flatMap((engine) => Object.keys(engine.overrides));
  const others = Object.entries(objectIn(had)).filter(([key]) => !ours.includes(key));
  const all = { ...Object.fromEntries(others), ...overrides };
  return {
    ...rest,
    dependencies: { ...objectIn(rest["dependencies"]), ...dependencies },
    ...(Object.keys(all).length > 0 && { overrides: all }),
  };
}
