import { catalog } from "../../../src/catalog";
import { coverageHtml } from "../../../src/coverage/report";
import { pageData } from "../../../src/coverage/report/html/page-data";
import { placedText } from "../../../src/coverage/report/place-free-text";
import { largeOrganization } from "./large-organization";
import { busPolicyBlocker, sampleReport, smallOrganization } from "./sample-report";
import { findingText } from "../../../src/coverage";

test("the page of 100 accounts in 34 regions is small", () => {
  const report = sampleReport(largeOrganization(100, 34));
  const page = coverageHtml(report);
  expect(report.cells).toHaveLength(
    100 * 34 * catalog.filter(({ onByDefault }) => onByDefault).length,
  );
  expect(page.length).toBeLessThan(100_000);
});

test("every cell of the page says what its trace says", () => {
  const report = sampleReport({
    ...smallOrganization,
    gap: (account, region, kind) =>
      account === "444444444444" && kind !== "root-sign-in"
        ? { ...busPolicyBlocker, detail: `nothing from ${account} in ${region}` }
        : undefined,
  });
  const data = pageData(report);
  for (const cell of report.cells) {
    const a = data.accounts.findIndex(({ id }) => id === cell.account);
    const r = data.regions.indexOf(cell.region);
    const k = data.kinds.findIndex(({ name }) => name === cell.kind);
    const outlook = data.outlooks[data.places[a]?.[r] ?? -1];
    const trace = data.traces[outlook?.traces[k] ?? -1];
    const said = (index: number) => placedText(data.strings[index] ?? "", cell);
    expect(outlook?.states[k]).toBe(cell.covered ? 1 : 0);
    expect(trace?.messages.map(({ text }) => said(text))).toEqual(
      report.traceOf(cell).deliveries.map(({ text }) => text),
    );
    const reason = (step: number) => said(data.steps[step]?.[3] ?? -1);
    expect(trace?.blocked.map(({ blocker }) => reason(blocker))).toEqual(
      report.traceOf(cell).blockers.map(findingText),
    );
    for (const { hops } of trace?.blocked ?? []) {
      expect(hops.map(reason)).toEqual([`the pattern of ${cell.region} matches`]);
    }
  }
});

test("steps that several deliveries share are in a trace once", () => {
  const whole = sampleReport(smallOrganization);
  const own = { name: "subscription", reason: "of this delivery alone" };
  const data = pageData({
    ...whole,
    traceOf: (cell) => {
      const trace = whole.traceOf(cell);
      const others = trace.deliveries.map((delivery) => ({
        ...delivery,
        recipients: ["email:other@example.com"],
        hops: [...delivery.hops, own],
      }));
      return { ...trace, deliveries: [...trace.deliveries, ...others] };
    },
  });
  const [trace] = data.traces;
  expect(trace?.common).toHaveLength(2);
  const [own1, own2] = trace?.messages.flatMap(({ deliveries }) => deliveries) ?? [];
  expect(own1?.hops).toEqual([]);
  expect(own2?.hops).toHaveLength(1);
});

test("a place without any alert is told from one that is covered", () => {
  const whole = sampleReport(smallOrganization);
  const report = {
    ...whole,
    cells: whole.cells.filter(
      ({ account, region }) => account + region !== "111111111111us-east-1",
    ),
  };
  expect(pageData(report).places[0]).toEqual([0, -1]);
});
