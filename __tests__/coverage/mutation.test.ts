import { expectationsOf, resolve } from "../../src/plan";
import type { SignInAlertsProps } from "../../src/stacks";
import { allMutants } from "./mutation/all-mutants";
import { judge } from "./mutation/judgement";
import { mutated, originals } from "./mutation/mutant";
import { selected } from "./mutation/selection";
import { reasonToSurvive } from "./mutation/survivors";
import { expected, organizationWith, reportOf, stacksOf } from "./small-organization";

const SEED = 20_260_115;
const MORE = 100;

const channels = {
  formatter: true,
  routes: [
    { name: "mail", recipients: ["security@example.com"] },
    { name: "slack", slack: { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" } },
  ],
  userNotifications: {
    emails: [{ name: "security", address: "security@example.com" }],
    accounts: ["management"],
  },
} satisfies Partial<SignInAlertsProps>;

const byMail = stacksOf();
const known = new Set(originals(byMail).map(({ stack, type, name }) => `${stack} ${type}.${name}`));

const everyMutant = process.env["MUTANTS"] === "all";

describe.each([
  { name: "as it comes", stacks: byMail, want: expected, all: allMutants(byMail) },
  {
    name: "with a formatter, chat and AWS User Notifications",
    stacks: stacksOf(channels),
    want: expectationsOf(resolve(organizationWith(channels))),
    // What the organization has as it comes was broken above.
    all: allMutants(stacksOf(channels)).filter(
      ({ stack, address }) => !address.startsWith("aws.") && !known.has(`${stack} ${address}`),
    ),
  },
])("coverage of Terraform that was broken in one place, $name", ({ stacks, want, all }) => {
  // MUTANTS=all tries every one, which takes minutes.
  const mutants = everyMutant ? all : selected(all, SEED, MORE);

  test("nothing is reported while nothing is broken", () => {
    const { cells, findings } = reportOf(stacks, want);
    expect(cells.filter(({ covered }) => !covered)).toEqual([]);
    expect(findings).toEqual([]);
    expect(cells.length).toBeGreaterThan(80);
  });

  test("every mutant is reported, and what is broken is named", () => {
    const judged = mutants.map((mutant) => ({
      mutant,
      judgement: judge(reportOf(mutated(stacks, mutant), want), mutant),
    }));
    const missed = judged.filter(({ judgement }) => judgement !== "named");
    const reasons = new Map<string, number>();
    for (const { mutant, judgement } of missed) {
      const reason = judgement === "survived" ? reasonToSurvive(mutant) : undefined;
      if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    const harmless = [...reasons].map(([reason, count]) => `  ${count} harmless: ${reason}`);
    process.stdout.write(
      [
        `${mutants.length} of ${all.length} mutants tried, ${mutants.length - missed.length} caught and named`,
        ...harmless,
        "",
      ].join("\n"),
    );
    const unexplained = missed
      .filter(({ mutant, judgement }) => judgement !== "survived" || !reasonToSurvive(mutant))
      .map(
        ({ mutant, judgement }) =>
          `${judgement}: ${mutant.stack} ${mutant.address}: ${mutant.change}`,
      );
    expect(unexplained).toEqual([]);
  }, 600_000);
});
