import { slackForms, teamsForms, type IdForm } from "../../aws/chat-channels";
import type { Problem, ProblemPath } from "../problem";
import type { Route } from "../props";
import type { Draft } from "./draft";

function checkIds(
  path: ProblemPath,
  ids: Readonly<Record<string, string | undefined>>,
  forms: Readonly<Record<string, IdForm>>,
): readonly Problem[] {
  return Object.entries(forms).flatMap(([key, { form, allowed }]) => {
    const value = ids[key];
    if (value === undefined || form.test(value)) return [];
    return [
      {
        path: [...path, key],
        value,
        problem: "this is no such id of the channel",
        allowed,
        fix: "copy it from the link of the channel",
      },
    ];
  });
}

/** Ids of a chat channel. */
export function checkChannel(
  path: ProblemPath,
  { slack, teams }: Draft<Route>,
): readonly Problem[] {
  return [
    ...(slack ? checkIds([...path, "slack"], { ...slack }, slackForms) : []),
    ...(teams ? checkIds([...path, "teams"], { ...teams }, teamsForms) : []),
  ];
}
