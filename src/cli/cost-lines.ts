import { assumedVolume, dollars, totalOf, type CostItem } from "../costs";

/** The monthly costs, line by line. */
export function costLines(items: readonly CostItem[]): readonly string[] {
  const {
    signInsPerAccount,
    kilobytesPerSignIn,
    kilobytesLoggedPerEvent,
    logGigabytesPerAccount,
    logFileGigabytesPerAccount,
  } = assumedVolume;
  return [
    `  costs         ${dollars(totalOf(items))} a month at list prices of us-east-1`,
    ...items.map(({ item, quantity, dollars: amount, basis }) => {
      const count = Number(quantity.toPrecision(3));
      return `                ${dollars(amount).padStart(8)}  ${count} ${item}${basis === "volume" ? " *" : ""}`;
    }),
    `                * assumed for each account: ${signInsPerAccount} sign-ins of ${kilobytesPerSignIn} kB, each logged by the event bus in ${kilobytesLoggedPerEvent} kB, ${logGigabytesPerAccount} GB of log events, ${logFileGigabytesPerAccount} GB of log files`,
  ];
}
