import type { Problem, ProblemPath } from "../problem";
import type { Route } from "../props";
import type { Draft } from "./draft";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Form {
  readonly form: RegExp;
  readonly allowed: string;
}

const slackForms: Readonly<Record<string, Form>> = {
  workspaceId: { form: /^T[0-9A-Z]{7,}$/, allowed: "such as T07EA123LEP" },
  channelId: { form: /^[CG][0-9A-Z]{7,}$/, allowed: "such as C07EZ1ABC23" },
};

const teamsForms: Readonly<Record<string, Form>> = {
  tenantId: { form: uuid, allowed: "a uuid" },
  teamId: { form: uuid, allowed: "a uuid" },
  channelId: { form: /^[\w%.@:-]{10,256}$/, allowed: "such as 19%3aabc%40thread.tacv2" },
};

function checkIds(
  path: ProblemPath,
  ids: Readonly<Record<string, string | undefined>>,
  forms: Readonly<Record<string, Form>>,
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
