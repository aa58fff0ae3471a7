import { coversPrincipal, principalsOverlap, watchedPrincipal } from "../../catalog";
import { removal, removalWithGroup } from "../../config/edit";
import { listed } from "../../config/lists";
import { nearest, type Problem, type ProblemPath } from "../../config/problem";
import { enabledKinds } from "../kinds";
import type { Check, Checked } from "./checked";

/** Every principal that could be read, with its place. */
function principalsIn({ draft: { watch = [] } }: Pick<Checked, "draft">) {
  return watch.flatMap((entry, i) =>
    (entry?.principals ?? []).flatMap((text, at) => {
      const principal = text === undefined ? undefined : watchedPrincipal(text);
      const path: ProblemPath = ["watch", i, "principals", at];
      return principal && text !== undefined ? [{ path, i, text, principal }] : [];
    }),
  );
}

/** Principals of other partitions, or of accounts that nobody covers: their sign-ins never arrive. */
const checkMeant: Check = (checked) => {
  const { plan, knows } = checked;
  const ids = plan.accounts.map(({ id }) => id);
  const known = knows("accounts", "rollout") && !plan.stackSet;
  return principalsIn(checked).flatMap(({ path, text, principal }): readonly Problem[] => {
    const { partition, account } = principal;
    // A stack set covers accounts that are not listed.
    const isElsewhere = known && account !== undefined && !ids.includes(account);
    const anywhere = isElsewhere ? text.replace(`::${account}:`, "::*:") : text;
    if (partition !== undefined && partition !== plan.partition && knows("hub")) {
      const set = anywhere.replace(`arn:${partition}:`, `arn:${plan.partition}:`);
      return [
        {
          path,
          value: text,
          problem: `this is of the partition ${partition}, and all accounts are of ${plan.partition}`,
          allowed: `an ARN that begins with arn:${plan.partition}:`,
          fix: `write ${set}`,
          edits: [{ path, set }],
        },
      ];
    }
    if (!isElsewhere) return [];
    return [
      {
        path,
        value: text,
        problem: `the account ${account} is not in the list, so no sign-in of this principal arrives`,
        allowed: `* or one of ${listed(ids)}`,
        fix: `write ${anywhere} for any account, or add the account under accounts`,
        edits: [{ path, set: anywhere }],
      },
    ];
  });
};

/** Sign-ins that would be of two watches, or of one for two reasons. */
const checkOverlap: Check = (checked) => {
  const all = principalsIn(checked);
  return all.flatMap(({ path, i, text, principal }, at): readonly Problem[] => {
    // The same text twice in one list is a problem of its form.
    const other = all
      .slice(0, at)
      .filter((each) => each.text !== text || each.i !== i)
      .find((each) => principalsOverlap(each.principal, principal));
    if (other === undefined) return [];
    return [
      {
        path,
        value: text,
        problem: `some sign-ins of this are of ${other.text} in watch[${other.i}] as well, but an alert has only one kind`,
        allowed: "principals that have no sign-in in common",
        fix: "remove one of the two, or write them so that they do not overlap",
        edits: [removal(checked.draft, removedWith(checked, path))],
      },
    ];
  });
};

/** The watch itself where nobody would be left in it. */
function removedWith({ draft: { watch = [] } }: Checked, path: ProblemPath): ProblemPath {
  const isOnly = (watch[Number(path[1])]?.principals ?? []).length === 1;
  return isOnly ? path.slice(0, 2) : path;
}

/** Events of programs only read, which an existing trail may not log. */
const checkPrograms: Check = ({ draft: { watch = [], trail } }) =>
  trail?.type !== "existing" || trail.logsReadEvents === true
    ? []
    : watch.flatMap((entry, i) =>
        entry === undefined || entry.programs === false
          ? []
          : [
              {
                path: ["watch", i, "programs"],
                value: entry.programs,
                problem:
                  "sign-ins by programs are read-only events, which the existing trail does not log",
                allowed: "false, or a trail that logs management events Read and Write",
                fix: "set programs: false, or trail.logsReadEvents: true if the trail logs them",
                edits: [{ path: ["watch", i, "programs"], set: false }],
              },
            ],
      );

/** Kinds of watches that routes name though no watch has them. */
const checkNamed: Check = ({ draft, knows }) => {
  if (!knows("watch")) return [];
  const { routes = [], acceptUnrouted = [] } = draft;
  const names = enabledKinds(draft)
    .filter(({ parts }) => parts)
    .map(({ name }) => name);
  const lists = [
    ...routes.map((route, i) => [["routes", i, "kinds"], route?.kinds] as const),
    ...acceptUnrouted.map((entry, i) => [["acceptUnrouted", i, "kinds"], entry?.kinds] as const),
  ];
  return lists.flatMap(([path, kinds = []]) =>
    kinds.flatMap((value, at): readonly Problem[] => {
      if (value?.startsWith("watch-") !== true || names.includes(value)) return [];
      const place = [...path, at];
      const meant = nearest(value, names);
      return [
        {
          path: place,
          value,
          problem: "no watch has this kind; only a watch of users has a kind of failures",
          allowed:
            names.length === 0 ? "a kind of a watch, and there is no watch" : names.join(", "),
          ...(meant === undefined || kinds.includes(meant)
            ? { fix: "remove it", edits: [removalWithGroup(draft, place)] }
            : { fix: `did you mean ${meant}?`, edits: [{ path: place, set: meant }] }),
        },
      ];
    }),
  );
};

/** Kinds of watches that no route takes where every route names its kinds. */
const checkWatchRouted: Check = ({ draft, knows }) => {
  const { routes, acceptUnrouted = [], watch = [] } = draft;
  if (!routes || !knows("watch", "routes") || routes.some((route) => route?.kinds === undefined)) {
    return [];
  }
  const routed = [...routes, ...acceptUnrouted].flatMap((each) => each?.kinds ?? []);
  return watch.flatMap((entry, i) => {
    const others = enabledKinds({ kinds: draft.kinds, watch: entry ? [entry] : [] });
    const missing = others
      .filter(({ name, parts }) => parts && !routed.includes(name))
      .map(({ name }) => name);
    if (missing.length === 0) return [];
    const listedKinds = routes[0]?.kinds ?? [];
    return [
      {
        path: ["watch", i, "name"],
        value: entry?.name,
        problem: `no route notifies of ${missing.join(" and ")}`,
        allowed: "a route that names it, a route without kinds, or an entry of acceptUnrouted",
        fix: `add ${missing.join(", ")} to the kinds of a route`,
        edits: missing.map((set, at) => ({
          path: ["routes", 0, "kinds", listedKinds.length + at],
          set,
        })),
      },
    ];
  });
};

/** Entries of `ignore` for principals that are watched, and so never ignored. */
const checkIgnored: Check = (checked) => {
  const { draft } = checked;
  const watched = principalsIn(checked).map(({ principal }) => principal);
  return (draft.ignore ?? []).flatMap((entry, i) => {
    const arns = [
      ...(entry?.principalArn === undefined
        ? []
        : [{ path: ["ignore", i, "principalArn"], text: entry.principalArn }]),
      ...(entry?.principalArns ?? []).map((text, at) => ({
        path: ["ignore", i, "principalArns", at],
        text,
      })),
    ];
    return arns.flatMap(({ path, text }): readonly Problem[] => {
      const principal = text === undefined ? undefined : watchedPrincipal(text);
      if (!principal || !watched.some((each) => coversPrincipal(each, principal))) return [];
      const isAll = arns.length === 1;
      return [
        {
          path,
          value: text,
          problem: "this principal is watched, so its sign-ins are never ignored",
          allowed: "principals that are not watched",
          fix: isAll ? "remove the entry" : "remove it",
          edits: [removal(draft, isAll ? ["ignore", i] : path)],
        },
      ];
    });
  });
};

/** Whether watches fit each other and the rest; names and principals have forms. */
export const watchChecks: readonly Check[] = [
  checkMeant,
  checkOverlap,
  checkPrograms,
  checkNamed,
  checkWatchRouted,
  checkIgnored,
];
