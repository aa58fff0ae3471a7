import { findRegion, parseArn } from "../../src/aws";
import { catalog } from "../../src/catalog";
import type { Problem, SignInAlertsProps } from "../../src";
import { valueAt, type Edit, type ProblemPath } from "../../src/config/edit";
import { resolve } from "../../src/plan";

/** What a person does who follows the first proposal of a fix that needs a person. */
type Choice = (problem: Problem, configuration: SignInAlertsProps) => readonly Edit[];

const mail = ["security@example.com"];
const setAt =
  (value: (problem: Problem, configuration: SignInAlertsProps) => unknown): Choice =>
  (problem, configuration) => [{ path: problem.path, set: value(problem, configuration) }];
const itemsOf = (configuration: unknown, path: ProblemPath): readonly unknown[] => {
  const found = valueAt(configuration, path);
  return Array.isArray(found) ? found : [];
};
const afterName = ({ allowed }: Problem) => allowed.replace("NAME", "theirs");

const ofTrailTopic: Choice = (_, configuration) => {
  const { partition, region, account } = resolve(configuration).trail.place;
  const set = `arn:${partition}:sns:${region}:${account}:trail-alarms-of-theirs`;
  return [{ path: ["logAlarms", "topicArn"], set }];
};

/** A route for each key after the first. */
const separateRoutes: Choice = ({ path }, { routes = [] }) => {
  const route = routes[Number(path[1])];
  const [, ...others] = (["recipients", "topicArn", "slack", "teams"] as const).filter(
    (key) => route?.[key] !== undefined,
  );
  return others.flatMap((key, i): readonly Edit[] => [
    { path: [...path, key], remove: true },
    {
      path: ["routes", routes.length + i],
      set: {
        kinds: route?.kinds,
        name: ["x", "y", "z"][i],
        [key]: route?.[key],
        ...(key === "topicArn" && { openTopicArn: route?.topicArn }),
      },
    },
  ]);
};

const addAccount: Choice = ({ value }, { accounts, rollout, organization }) => {
  const root =
    rollout?.type === "stack-set"
      ? rollout.organizationalUnits.find((unit) => unit.startsWith("r-"))
      : undefined;
  const isMember = value !== organization.managementAccount;
  const set = {
    id: value,
    name: "added",
    ...(root !== undefined && isMember && { organizationalUnit: root }),
  };
  return [{ path: ["accounts", accounts.length], set }];
};

const divideNames: Choice = ({ path }, configuration) => {
  const names = itemsOf(configuration, path);
  const users = itemsOf(configuration, ["logAlarms", "users"]);
  const parts = Array.from({ length: Math.ceil(names.length / 15) }, (_, i) =>
    names.slice(15 * i, 15 * i + 15),
  );
  return parts.map((userNames, i) =>
    i === 0
      ? { path, set: userNames }
      : {
          path: ["logAlarms", "users", users.length + i - 1],
          set: { name: `part-${i}`, userNames },
        },
  );
};

const someKind: Choice = (_, configuration) => {
  const routed = configuration.routes?.flatMap(({ kinds = [] }) => kinds) ?? [];
  const isFree = configuration.routes?.some(({ kinds }) => kinds === undefined) ?? true;
  const kind = catalog.find(
    ({ name, readOnly, recordedIn }) =>
      readOnly !== true && recordedIn !== "global-region" && (isFree || routed.includes(name)),
  );
  return [{ path: ["kinds", kind?.name ?? "root-sign-in"], set: "on" }];
};

const rollOut: Choice = (_, { accounts, organization }) => [
  { path: ["rollout"], set: { type: "stack-set", organizationalUnits: ["ou-ab12-c3d4e5f6"] } },
  ...accounts.map(({ id, name }, i) => ({
    path: ["accounts", i],
    set: {
      id,
      name,
      ...(id !== organization.managementAccount && { organizationalUnit: "ou-ab12-c3d4e5f6" }),
    },
  })),
];

const shortened = ({ value, path, fix }: Problem, configuration: SignInAlertsProps) => {
  const excess = Number(/by (\d+)/.exec(fix)?.[1]);
  const text = String(valueAt(configuration, path) ?? value);
  return text.slice(0, -excess).replace(/-+$/, "") || "a";
};

const addRegion: Choice = ({ fix }, configuration) => {
  const [, region] = /^add (\S+)/.exec(fix) ?? [];
  const path = configuration.accounts[0]?.regions ? ["accounts", 0, "regions"] : ["regions"];
  return [{ path: [...path, itemsOf(configuration, path).length], set: region }];
};

/** By the words of the fix. */
const personChoices: readonly (readonly [RegExp, Choice])[] = [
  [/add it under accounts/, addAccount],
  [/^let AWS roll out/, rollOut],
  [/^name the unit of the rollout/, setAt(({ allowed }) => allowed.split(", ")[0])],
  [/^count the accounts/, setAt(({ allowed }) => Number(/least (\d+)/.exec(allowed)?.[1] ?? 12))],
  [/^add the address of a mailbox/, setAt(() => mail)],
  [/^give the other a route/, separateRoutes],
  [/^add a route: /, setAt(() => [{ name: "all", recipients: mail }])],
  [
    /^give the recipients a route/,
    (_, { routes = [], recipients }) => [
      { path: ["routes", routes.length], set: { name: "x", recipients } },
      { path: ["recipients"], remove: true },
    ],
  ],
  [
    /^give recipients here instead/,
    ({ path }) => [
      { path, remove: true },
      { path: [...path.slice(0, -1), "recipients"], set: mail },
    ],
  ],
  [/^create a topic there/, setAt(afterName)],
  [/^set openTopicArn: /, setAt(({ fix }) => /arn:\S+/.exec(fix)?.[0])],
  [
    /^copy the ARN from the console of AWS/,
    setAt(({ value }, { hub }) => {
      const { service = "", resource = "" } = parseArn(String(value)) ?? {};
      const partition = findRegion(hub.region)?.partition ?? "aws";
      return `arn:${partition}:${service}:${hub.region}:${hub.account}:${resource}`;
    }),
  ],
  [/^name a mailbox here/, setAt(() => mail[0])],
  [
    /^remove the key, and notify by recipients/,
    ({ path }) => [
      { path, remove: true },
      { path: [...path.slice(0, -1), "recipients"], set: mail },
    ],
  ],
  [/^set operations: /, () => [{ path: ["operations", "recipients"], set: mail }]],
  [
    /^add an e-mail address to operations/,
    (_, { operations }) => [
      {
        path: ["operations", "recipients"],
        set: [...new Set([...(operations?.recipients ?? []), ...mail])],
      },
    ],
  ],
  [/^set logAlarms: \{ topicArn/, ofTrailTopic],
  [/^name another bucket, or let trail.bucketName/, setAt(() => "states-of-theirs")],
  [/^join the two routes/, ({ path }) => [{ path: path.slice(0, 2), remove: true }]],
  [/^choose a nearer day/, setAt(({ allowed }) => /[\d-]{10}/.exec(allowed)?.[0])],
  [
    /^set whose sign-ins/,
    // A user, whom no pattern of a watched role overlaps.
    ({ path }) => [{ path: [...path, "principalArn"], set: "arn:aws:iam::111111111111:user/bot" }],
  ],
  [
    /^correct it$/,
    ({ path }, { accounts }) => [{ path, set: accounts.slice(0, 1).map(({ id }) => id) }],
  ],
  [
    /^correct it, or add the account/,
    setAt(({ path }, configuration) => {
      const beside = itemsOf(configuration, path.slice(0, -1));
      return configuration.accounts.find(
        ({ organizationalUnit, id }) => organizationalUnit === undefined && !beside.includes(id),
      )?.id;
    }),
  ],
  [/^switch on what you want/, someKind],
  [/^set trail\.logsReadEvents: true/, () => [{ path: ["trail", "logsReadEvents"], set: true }]],
  [/^add \S+ to the regions of an account/, addRegion],
  [/^lock them for fewer days/, setAt(() => 1)],
  [/^correct the ARN, or set trail/, setAt(afterName)],
  [/^divide the names/, divideNames],
  [
    /^give accounts the same regions/,
    (_, { accounts }) =>
      accounts.map((_account, i) => ({ path: ["accounts", i, "optInRegions"], remove: true })),
  ],
  [/^shorten the/, setAt(shortened)],
  [/^rename one of the two/, setAt(() => "renamed")],
  [/^choose a region that needs no opt-in/, setAt(({ fix }) => fix.split(" ").at(-1))],
  [/^name a kind that is on/, setAt(({ allowed }) => allowed.split(", ")[0])],
  [
    /^name fewer accounts/,
    (problem, { accounts }) =>
      problem.path[0] === "routes"
        ? [{ path: problem.path, set: accounts.slice(0, 1).map(({ id }) => id) }]
        : [{ path: ["ignore"], remove: true }],
  ],
  [
    /^name fewer principals/,
    ({ path }, { drill }) => [{ path, set: drill?.trustedPrincipals.slice(0, 1) }],
  ],
  [/^ignore less/, () => [{ path: ["ignore"], remove: true }]],
  [
    /^join watches/,
    (_, { watch = [] }) => {
      const principals = watch.flatMap((each) => each.principals).slice(0, 50);
      return [{ path: ["watch"], set: [{ name: "joined", principals }] }];
    },
  ],
  [
    /^give routes fewer kinds/,
    (_, { routes = [] }) =>
      routes.map((_route, i) => ({ path: ["routes", i, "kinds"], set: ["root-sign-in"] })),
  ],
];

/** The changes that follow from the words of a fix; undefined where they are of no known kind. */
export function chosenBy(problem: Problem, configuration: SignInAlertsProps) {
  const [, choice] = personChoices.find(([words]) => words.test(problem.fix)) ?? [];
  return choice?.(problem, configuration);
}
