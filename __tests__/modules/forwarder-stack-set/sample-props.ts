import type { ForwarderTemplateProps } from "../../../modules";
import { catalog } from "../../../src/catalog";
import { defaultKinds, HUB_BUS } from "../one-stack";

/** A template of everything that is on by default. */
export const sampleProps: ForwarderTemplateProps = {
  regions: ["us-west-2", "eu-north-1", "us-east-1"],
  hubBusArn: HUB_BUS,
  namePrefix: "alerts",
  kinds: defaultKinds,
  heartbeatHours: 24,
  role: "home-region",
};

/** Templates that differ in everything that can be said. */
export const variants: readonly (readonly [string, ForwarderTemplateProps])[] = [
  ["with what is on by default", sampleProps],
  [
    "with every kind and heartbeats of four hours",
    { ...sampleProps, kinds: catalog, heartbeatHours: 4 },
  ],
  [
    "with one kind, no heartbeat and a short retry",
    {
      regions: ["eu-north-1", "ap-southeast-2"],
      hubBusArn: HUB_BUS,
      namePrefix: "root",
      role: "home-region",
      kinds: catalog.slice(0, 1),
      retryPolicy: { maximumEventAgeInSeconds: 60, maximumRetryAttempts: 0 },
    },
  ],
  [
    "with a path and a permissions boundary",
    {
      ...sampleProps,
      createdRoles: { path: "/security/alerts/", permissionsBoundary: "teams/Boundary" },
    },
  ],
];
