import fc from "fast-check";
import { parse, stringify } from "yaml";
import type { SignInAlertsProps } from "../../src/config";
import { edited } from "../../src/config/edit";
import { patchedYaml } from "../../src/config/patched-yaml";
import { followed } from "../../src/discovery/compare";
import { checkConfiguration } from "../../src/plan";
import { runs } from "../property-runs";
import {
  configured,
  denied,
  discovered,
  HUB,
  JOINED,
  known,
  MANAGEMENT,
  MEMBER,
  OTHER_UNIT,
  regionsWith,
  UNIT,
} from "./live-organization";

const regions = fc.oneof(
  fc.subarray(["eu-south-1", "me-south-1", "xy-nowhere-1"]).map((on) => known(regionsWith(...on))),
  fc.constant(denied),
);
const tags = fc.constantFrom(known({ env: "prod" }), known({ env: "dev", team: "a" }), denied);
const state = fc.constantFrom("ACTIVE", "ACTIVE", "SUSPENDED", "gone");
const organization = fc.record({
  states: fc.tuple(fc.constant("ACTIVE"), state, state, state),
  details: fc.tuple(...[0, 1, 2, 3].map(() => fc.record({ regions, tags }))),
  units: fc.record({
    [UNIT]: fc.oneof(fc.subarray([HUB, MEMBER, JOINED]).map(known), fc.constant(denied)),
    [OTHER_UNIT]: fc.oneof(fc.subarray([MEMBER, JOINED]).map(known), fc.constant(denied)),
  }),
});
const configuration = fc
  .record({
    member: fc.constantFrom(
      {},
      { tags: { env: "prod" } },
      { optInRegions: ["eu-south-1"] },
      { organizationalUnit: UNIT },
    ),
    rollout: fc.option(
      fc.record({
        type: fc.constant("stack-set" as const),
        organizationalUnits: fc.constantFrom([UNIT], [UNIT, OTHER_UNIT]),
      }),
    ),
  })
  .map(({ member, rollout }): SignInAlertsProps => {
    const { accounts, ...rest } = configured();
    return {
      ...rest,
      accounts: accounts.map((each) => (each.id === MEMBER ? { ...each, ...member } : each)),
      ...(rollout && { rollout }),
    };
  })
  .filter((each) => checkConfiguration(each).length === 0);

test("whatever AWS says, the followed configuration is accepted, and what is left needs a person", () => {
  fc.assert(
    fc.property(configuration, organization, (before, { states, details, units }) => {
      const ids = [MANAGEMENT, HUB, MEMBER, JOINED];
      const result = discovered(before, {
        accounts: ids.flatMap((id, i) => {
          const is = states[i] ?? "gone";
          return is === "gone" ? [] : [{ id, name: `account ${id}`, state: is }];
        }),
        units,
        details: Object.fromEntries(ids.map((id, i) => [id, details[i] ?? {}])),
      });
      const { configuration: after, edits, left } = followed(before, result);
      expect(checkConfiguration(after)).toEqual([]);
      for (const { edits: more } of left) {
        const next = edited(after, more?.(after) ?? []);
        const isRefused = checkConfiguration(next).length > 0;
        expect(more === undefined || isRefused).toBe(true);
      }
      expect(parse(patchedYaml(stringify(before), edits) ?? "")).toEqual(after);
      expect(followed(after, result).edits).toEqual([]);
    }),
    runs(24),
  );
});
