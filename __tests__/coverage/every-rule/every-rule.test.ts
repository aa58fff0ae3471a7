import { findingRules, type RuleId } from "../../../src/coverage";
import { channelRows } from "./channel-rows";
import { drillRows } from "./drill-rows";
import { liveRows } from "./live-rows";
import { pathRows } from "./path-rows";

const rows = { ...pathRows, ...channelRows, ...drillRows, ...liveRows };
const ids = Object.keys(findingRules) as RuleId[];

test("every rule of the catalogue has a row", () => {
  expect(ids.filter((id) => !(id in rows))).toEqual([]);
});

test.each(ids)("%s is raised", (id) => {
  expect(rows[id]?.().map(({ rule }) => rule)).toContain(id);
});
