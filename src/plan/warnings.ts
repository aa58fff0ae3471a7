import type { AlertKind } from "../catalog";
import type { SignInAlertsProps } from "../config/props";
import { firstOf } from "../coverage/report/wording";
import { channelKey, shownChannel } from "./channels";
import { defaults } from "./defaults";
import type { NotRouted } from "./not-routed";
import { alertsInCommon, writtenRoutes, type RoutePlan } from "./routes";

/** Recipients whom two routes notify of the same event. */
function notifiedTwice(routes: readonly RoutePlan[]): readonly string[] {
  return routes.flatMap((route, i) =>
    routes.slice(i + 1).flatMap((other) => {
      const kinds = alertsInCommon(route, other);
      if (kinds.length === 0) return [];
      const others = other.channels.map(channelKey);
      return route.channels
        .filter((channel) => others.includes(channelKey(channel)))
        .map(
          (channel) =>
            `${shownChannel(channel)} is notified twice of ${kinds.join(", ")}: by the routes ${route.title} and ${other.title}`,
        );
    }),
  );
}

/**
 * AWS Organizations creates its role in accounts that it creates, and never in the management account.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access-cross-account-role.html
 */
function missingRole({ accounts, organization, roleName }: SignInAlertsProps): readonly string[] {
  const { managementAccount: id } = organization;
  const manager = accounts.find((account) => account.id === id);
  if (manager === undefined || (manager.roleName ?? roleName) !== undefined) return [];
  return [
    `the management account ${id} has no role ${defaults.roleName} unless you created it: set roleName of that account, none for the credentials that Terraform is started with`,
  ];
}

/** Without its log group nothing searches an existing trail: heartbeats are the only thing that watches. */
function missingLogPath({ trail }: SignInAlertsProps): readonly string[] {
  if (trail?.type !== "existing" || trail.logGroupArn !== undefined) return [];
  return [
    "the log path is off: nothing searches the existing trail for sign-ins that no rule forwarded; set trail.logGroupArn to its log group in CloudWatch Logs",
  ];
}

/**
 * A topic of their own keeps a flood from mailboxes, not from phones: the monthly limit of spending for text
 * messages is one of the account.
 * @see https://docs.aws.amazon.com/sns/latest/dg/channels-sms-awssupport-spend-threshold.html
 */
function phonesThatFloodsSilence(routes: readonly RoutePlan[]): readonly string[] {
  const kindsBy = (cause: AlertKind["causedBy"]): readonly string[] => {
    const ofPhones = routes.filter(({ channels }) => channels.some(({ type }) => type === "sms"));
    const kinds = ofPhones.flatMap((route) =>
      route.kinds.filter((each) => each.causedBy === cause),
    );
    return [...new Set(kinds.map(({ name }) => name))];
  };
  const [open, rest] = [kindsBy("anybody"), kindsBy("signed-in")];
  if (open.length === 0 || rest.length === 0) return [];
  return [
    `all phones of the hub's account share one monthly limit of spending: a flood of what anybody on the internet can cause (${firstOf(open, 3)}) would silence them about ${firstOf(rest, 3)}, too; name phones in routes without those kinds, and a mailbox, chat or a queue for these`,
  ];
}

/**
 * What is allowed and perhaps not meant: events of which no recipient is notified, or one is twice,
 * phones that a flood silences, and a role that is missing.
 */
export function resolveWarnings(
  configuration: SignInAlertsProps,
  routes: readonly RoutePlan[],
  notRouted: readonly NotRouted[],
): readonly string[] {
  return [
    ...notRouted
      .filter(({ reason }) => reason === undefined)
      .map(({ kinds, accounts, extent }) => {
        const what = `no recipient is notified of ${firstOf(kinds, 3)} in ${firstOf(accounts, 5)}: no route names them`;
        return extent === "part"
          ? what
          : `${what}; name them in a route, or give the reason in acceptUnrouted, for coverage fails otherwise`;
      }),
    ...notifiedTwice(writtenRoutes(routes)),
    ...phonesThatFloodsSilence(routes),
    ...missingRole(configuration),
    ...missingLogPath(configuration),
  ];
}
