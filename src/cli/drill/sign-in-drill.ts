import { UnusableInputError } from "../../json/read-json";
import type { Aws, Cause, WatchedTopic } from "../../live";
import type { Plan } from "../../plan";
import { drillRoleName } from "../../../modules/names";
import type { InventoryPlace } from "../generated-terraform";
import type { loadLive } from "../load-live";
import { roleNames } from "../role-name";
import { drillPlaces, type WantedPlaces } from "./drill-places";
import { notifiedTopics, type DrillSession } from "./notified-topics";

/** A sign-in of the drill. */
export interface PlannedSignIn extends InventoryPlace, DrillSession {
  readonly topics: readonly WatchedTopic[];
}

/** What a drill signs in to. */
export interface SignInDrill {
  /** Path and name of the role, without a slash before it. */
  readonly rolePath: string;
  readonly signIns: readonly PlannedSignIn[];
  /** Where it does not sign in, and routes on which nobody can listen. */
  readonly notes: readonly string[];
}

/** Where tests have the federation endpoint; `{region}` stands for the region. */
export const endpointVariable = "SIGNIN_ALERTS_FEDERATION_ENDPOINT";

/**
 * What the drill signs in to, and who is to be notified.
 * @param name - of the drill, and of its sessions
 * @throws UnusableInputError for a place that is not covered, or where no route is notified anywhere
 */
export function signInDrill(
  plan: Plan,
  options: WantedPlaces & { readonly drillRole?: string },
  name: string,
): SignInDrill {
  const {
    drillRole:
      rolePath = `${plan.createdRoles.path.replace(/^\//u, "")}${drillRoleName(plan.namePrefix)}`,
  } = options;
  if (!roleNames.form.test(rolePath)) {
    throw new UnusableInputError(`--drill-role must be ${roleNames.allowed}, not ${rolePath}`);
  }
  const role = rolePath.split("/").at(-1) ?? "";
  const unheard = new Set<string>();
  const silent: string[] = [];
  const signIns = drillPlaces(plan, options).flatMap((place): readonly PlannedSignIn[] => {
    // At most 64 characters, and another one in each place: some alerts show no more of the identity.
    const session = `${name}-${place.account}-${place.region}`;
    const topics = notifiedTopics(plan, place, { role, session });
    topics.unheard.forEach((title) => unheard.add(title));
    if (topics.heard.length > 0) return [{ ...place, role, session, topics: topics.heard }];
    silent.push(`${place.account} in ${place.region}`);
    return [];
  });
  const notes = [
    ...(silent.length > 0
      ? [
          `Not signed in to ${silent.join(", ")}: no route that can be listened on is notified of the sign-in of a role there.`,
        ]
      : []),
    ...(unheard.size > 0
      ? [
          `Not listened on: ${[...unheard].join(", ")}, whose topic is of another account or region.`,
        ]
      : []),
  ];
  if (signIns.length === 0) {
    throw new UnusableInputError(`nothing can be drilled: ${notes.join(" ")}`);
  }
  return { rolePath, signIns, notes };
}

/** What causes the alerts of the sign-ins. @param own - by the credentials of the process, without roles */
export function signInCauses(
  own: Aws,
  plan: Plan,
  { rolePath, signIns }: SignInDrill,
  { signInWith }: Awaited<ReturnType<typeof loadLive>>,
  endpoint: string | undefined,
): readonly Cause[] {
  const { partition, hub, drill } = plan;
  const externalId = drill?.externalId;
  const signIn = signInWith(own, hub.place.region, { ...(endpoint && { endpoint }) });
  return signIns.map(({ topics, ...planned }) => {
    const { account, region, session } = planned;
    return {
      expected: topics.map((topic) => ({ account, region, topic, mark: session })),
      start: (signal) =>
        signIn(
          {
            partition,
            account,
            region,
            role: rolePath,
            session,
            ...(externalId !== undefined && { externalId }),
          },
          signal,
        ),
    };
  });
}
