import { survivors } from "../__tests__/coverage/mutation/survivors";

/** Every kind of change that the check lets pass, with the reason. */
export function survivorsTable(): string {
  const rows = survivors.map(({ of, change, because }) => `| ${of} | ${change} | ${because} |`);
  return ["| of | change | why nothing is lost |", "| --- | --- | --- |", ...rows].join("\n");
}
