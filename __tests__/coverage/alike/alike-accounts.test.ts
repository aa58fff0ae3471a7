import { inventoryOfStacks } from "../../../src/coverage";
import { topicsOf } from "../../../src/coverage/notified-topics";
import {
  alikeOrganization,
  byLikeness,
  judgedOf,
  MEMBERS,
  oneByOne,
  said,
} from "./alike-organization";

const judged = judgedOf(alikeOrganization);

test("accounts that are alike are judged once, and the report is that of judging each", () => {
  const { report, isAbridged } = byLikeness(judged);
  expect(isAbridged).toBe(true);
  expect(said(report)).toBe(said(oneByOne(judged)));
  expect(report.cells.filter(({ account }) => account === MEMBERS[0])).not.toEqual([]);
});

test("the inventory of accounts that are alike is that of resolving each", () => {
  const { inventory } = byLikeness(judged);
  expect(inventory()).toStrictEqual(inventoryOfStacks(judged.stacks));
});

test("an account that is like another has its own trace, and notifies the topics of that trace", () => {
  const { report } = byLikeness(judged);
  const alone = oneByOne(judged);
  for (const cell of report.cells) {
    const trace = alone.traceOf(cell);
    expect(report.traceOf(cell)).toEqual(trace);
    expect(report.notifiedOf(cell)).toEqual(topicsOf(trace.deliveries));
  }
});
