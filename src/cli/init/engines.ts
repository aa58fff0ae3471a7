import { objectIn, type Json } from "../../json/value";

/** What generates Terraform: CDKTF, or its community's fork under the name of CDKTF. */
export const engineNames = ["cdktf", "cdktn"] as const;
export type EngineName = (typeof engineNames)[number];

/** How people call them. */
export const engineTitles: Readonly<Record<EngineName, string>> = {
  cdktf: "CDKTF",
  cdktn: "CDK Terrain",
};

interface Engine {
  readonly dependencies: Readonly<Record<string, string>>;
  /** Makes npm accept the fork for packages that ask for cdktf. */
  readonly overrides: Readonly<Record<string, Json>>;
}

const engines: Readonly<Record<EngineName, Engine>> = {
  cdktf: { dependencies: { cdktf: "0.21.0", constructs: "^10.4.5" }, overrides: {} },
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
  const { dependencies, overrides } = engines[name];
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
