import { cisControls, signInLogGuards } from "../src/guards";

/** The controls that want a metric filter: their numbers, and what is created for each. */
export function controlsTable(): string {
  const { alarms } = signInLogGuards({
    namePrefix: "signin-alerts",
    logGroupName: "signin-alerts-trail",
    cis: "all",
  });
  const byDefault = cisControls("on").map(({ name }) => name);
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row([
      "CIS 1.4 to 5",
      "CIS 6 and 7",
      "Security Hub CSPM",
      "filter and alarm",
      "`logAlarms.cis`",
    ]),
    row(["---", "---", "---", "---", "---"]),
    ...cisControls("all").map(({ name, item, securityHub }) => {
      const alarm = alarms.find((each) => each.name === `signin-alerts-cis-${name}`);
      return row([
        `4.${item}`,
        `5.${item}`,
        securityHub ?? "none",
        `\`${alarm?.name ?? ""}\``,
        byDefault.includes(name) ? "`on`, the default" : "`all`",
      ]);
    }),
  ].join("\n");
}
