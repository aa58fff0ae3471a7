import type { SignInAlertsProps } from "../../config/props";
import type { ConfigurationDraft } from "../../config/draft";

function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(pruned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      each === undefined ? [] : [[key, pruned(each)]],
    ),
  );
}

/**
 * A draft of which a plan can be made: items that could not be read are left out, and what must be
 * there is empty.
 */
export function withoutHoles(draft: ConfigurationDraft): SignInAlertsProps {
  const { organization, hub, accounts, rollout, ignore, logAlarms, userNotifications, ...rest } =
    pruned(draft) as ConfigurationDraft;
  const filled = {
    ...rest,
    organization: { id: "", managementAccount: "", ...organization },
    hub: { account: "", region: "", ...hub },
    accounts: (accounts ?? []).map((account) => ({ id: "", name: "", ...account })),
    ...(rollout && {
      rollout:
        rollout.type === "stack-set" ? { organizationalUnits: [], ...rollout } : { ...rollout },
    }),
    ...(ignore && { ignore: ignore.map((entry) => ({ until: "", reason: "", ...entry })) }),
    ...(logAlarms && {
      logAlarms: {
        ...logAlarms,
        ...(logAlarms.users && {
          users: logAlarms.users.map((user) => ({ name: "", userNames: [], ...user })),
        }),
      },
    }),
    ...(userNotifications && { userNotifications: { emails: [], ...userNotifications } }),
  };
  return filled as unknown as SignInAlertsProps;
}
