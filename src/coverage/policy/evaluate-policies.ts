import { explainDeny, explainDoubt, missOf } from "./explain";
import type { PolicyDocument, PolicyStatement } from "./policy-document";
import { checkRequest, type PolicyRequest } from "./policy-request";
import { applies, mayConcern } from "./statement-applies";
import type { Truth } from "./truth";
import { worldsOf } from "./worlds";

/** A statement, and the place of its document among those that were asked. */
interface Spoken {
  readonly statement: PolicyStatement;
  readonly at: number;
}

/** What policies say to one request; `unknown` where calls that it may be get different answers. */
export type Decision =
  | ({ readonly effect: "allow" } & Spoken)
  | ({ readonly effect: "deny"; readonly reason: string } & Spoken)
  | ({ readonly effect: "unknown"; readonly reason: string } & Spoken)
  | {
      readonly effect: "implicit-deny";
      readonly at: number;
      readonly reason: string;
      /** Where it is not known whether a Deny applies besides: why, and of which document. */
      readonly doubt?: { readonly at: number; readonly reason: string };
    };

/**
 * What the policies of one side say to one request: an explicit Deny wins, then an Allow, else it is not
 * allowed. The request may leave values open, and AWS may send a key or not: an answer that holds for all
 * of it is the answer, else it is not known. What no statement allows in any case is refused, even where
 * it is not known whether one denies. The reason of a refusal names the statement that came nearest
 * and what it missed. How sides join (a role's own and a bus's, for example) is the caller's to decide.
 * @throws PolicyRequestError when the request is none that AWS could make
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluatePolicies(
  documents: readonly PolicyDocument[],
  request: PolicyRequest,
): Decision {
  checkRequest(request);
  const all = documents.flatMap(({ statements }, at) =>
    statements.map((statement): Spoken => ({ statement, at })),
  );
  const concerned = all.filter(({ statement }) => mayConcern(statement, request));
  const worlds = worldsOf(
    concerned.map(({ statement }) => statement),
    request,
  );
  const spoken = concerned.map((each) => ({
    ...each,
    truths: worlds.map((world) => applies(each.statement, request, world)),
  }));
  const effects = new Set(worlds.map((_, world) => effectIn(spoken, world)));
  const [first = emptyDoubt()] = worlds;
  const doubt = (): Spoken & { readonly reason: string } => {
    const open = spoken.filter(({ truths }) => new Set(truths).size > 1 || truths[0] === undefined);
    const doubts = open.map(({ statement }) => explainDoubt(statement, request, worlds));
    const [{ statement, at } = emptyDoubt()] = open;
    return { statement, at, reason: doubts.join("; ") };
  };
  const isRefused = !effects.has("allow") && !effects.has("unknown");
  if (effects.size > 1 && !isRefused) return { effect: "unknown", ...doubt() };
  const [effect = emptyDoubt()] = effects.size > 1 ? (["refused"] as const) : effects;
  if (effect === "unknown") return { effect, ...doubt() };
  if (effect === "allow" || effect === "deny") {
    const wanted = effect === "deny" ? "Deny" : "Allow";
    const { statement, at } =
      spoken.find((each) => each.statement.effect === wanted && each.truths[0] === true) ??
      emptyDoubt();
    if (effect === "allow") return { effect, statement, at };
    return { effect, statement, at, reason: explainDeny(statement, request, first) };
  }
  const misses = all
    .filter(({ statement }) => statement.effect === "Allow")
    .map(({ statement, at }) => ({ ...missOf(statement, request, first), at }));
  const [nearest] = misses.sort((one, other) => other.nearness - one.nearness);
  const reason = nearest?.reason() ?? "no statement of the policy allows anything";
  const refusal = { effect: "implicit-deny", at: nearest?.at ?? 0, reason } as const;
  if (effect === "implicit-deny") return refusal;
  const { at, reason: open } = doubt();
  return { ...refusal, doubt: { at, reason: open } };
}

/** An effect is of a statement that applies, so there is one: only a bug could come here. */
function emptyDoubt(): never {
  throw new Error("an effect without a statement");
}

/** What statements say in one call; `refused` where nothing allows and a Deny may apply. */
function effectIn(
  spoken: readonly (Spoken & { readonly truths: readonly Truth[] })[],
  world: number,
): Decision["effect"] | "refused" {
  const has = (effect: PolicyStatement["effect"], truth: Truth): boolean =>
    spoken.some(({ statement, truths }) => statement.effect === effect && truths[world] === truth);
  if (has("Deny", true)) return "deny";
  const mayDeny = has("Deny", undefined);
  if (has("Allow", true)) return mayDeny ? "unknown" : "allow";
  if (has("Allow", undefined)) return "unknown";
  return mayDeny ? "refused" : "implicit-deny";
}
