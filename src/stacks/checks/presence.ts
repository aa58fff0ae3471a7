import { formatPath, type Problem, type ProblemPath } from "../problem";
import type { ConfigurationDraft } from "./draft";

type Required = readonly [path: ProblemPath, value: unknown, what: "text" | "list"];

function itemsOf<T>(list: readonly T[] | undefined): readonly T[] {
  const isList: boolean = Array.isArray(list);
  return list && isList ? list : [];
}

function requiredOf(props: ConfigurationDraft): readonly Required[] {
  const { organization, hub, accounts, routes } = props;
  return [
    [["organization", "id"], organization?.id, "text"],
    [["organization", "managementAccount"], organization?.managementAccount, "text"],
    [["hub", "account"], hub?.account, "text"],
    [["hub", "region"], hub?.region, "text"],
    [["accounts"], accounts, "list"],
    ...itemsOf(accounts).flatMap((account, i): readonly Required[] => [
      [["accounts", i, "id"], account?.id, "text"],
      [["accounts", i, "name"], account?.name, "text"],
    ]),
    ...itemsOf(routes).flatMap((route, i): readonly Required[] => [
      [["routes", i, "name"], route?.name, "text"],
      [["routes", i, "recipients"], route?.recipients, "list"],
    ]),
  ];
}

/** What the types require, for callers whom no compiler told. */
export function checkPresence(props: ConfigurationDraft): readonly Problem[] {
  return requiredOf(props)
    .filter(([, value, what]) =>
      what === "text" ? typeof value !== "string" : !Array.isArray(value),
    )
    .map(([path, value, what]) => ({
      path,
      value,
      problem: value === undefined ? "this is missing" : `this is not a ${what}`,
      allowed: `a ${what}`,
      fix: `give ${formatPath(path)}`,
    }));
}
