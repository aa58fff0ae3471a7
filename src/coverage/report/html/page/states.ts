// What stands on the map for a place or an account, counted once for each choice of kinds.
import { filter, isOf } from "./choices";
import { at, counted, data } from "./content";
import { worstFirst, type OutlookData, type PageData } from "./data";

type Severity = PageData["kinds"][number]["severity"];

export interface State {
  readonly kinds: number;
  readonly gaps: number;
  /** The worst severity of the gaps. */
  readonly worst?: Severity;
}

export interface AccountState extends State {
  /** Regions in which alerts are expected, and those of them that have a gap. */
  readonly regions: number;
  readonly open: number;
}

const nothing: State = { kinds: 0, gaps: 0 };

/** The worst of some severities, where there is one. */
function worstOf(severities: ReadonlySet<Severity>): { readonly worst?: Severity } {
  const worst = worstFirst.find((severity) => severities.has(severity));
  return worst === undefined ? {} : { worst };
}

function stateOf({ states }: OutlookData, choice: string): State {
  let kinds = 0;
  let gaps = 0;
  const severities = new Set<Severity>();
  states.forEach((state, k) => {
    if (state < 0 || !isOf(choice, k)) return;
    kinds += 1;
    if (state === 1) return;
    gaps += 1;
    severities.add(at(data.kinds, k).severity);
  });
  return { kinds, gaps, ...worstOf(severities) };
}

function accountStateOf(outlooks: readonly State[]): AccountState {
  let [kinds, gaps, regions, open] = [0, 0, 0, 0];
  const severities = new Set<Severity>();
  for (const state of outlooks) {
    kinds += state.kinds;
    gaps += state.gaps;
    if (state.kinds > 0) regions += 1;
    if (state.gaps > 0) open += 1;
    if (state.worst) severities.add(state.worst);
  }
  return { kinds, gaps, regions, open, ...worstOf(severities) };
}

/** States of every outlook and account. */
export interface States {
  readonly at: (a: number, r: number) => State;
  readonly accounts: readonly AccountState[];
}

let last: { readonly choice: string; readonly states: States } | undefined;

/** The states for a choice of kinds: the reader's, unless another is given. */
export function states(choice = filter.value): States {
  if (last?.choice === choice) return last.states;
  const outlooks = data.outlooks.map((outlook) => stateOf(outlook, choice));
  const stateAt = (a: number, r: number) => outlooks[data.places[a]?.[r] ?? -1] ?? nothing;
  const accounts = data.places.map((row) =>
    accountStateOf(row.map((outlook) => outlooks[outlook] ?? nothing)),
  );
  last = { choice, states: { at: stateAt, accounts } };
  return last.states;
}

/** A state in words: of a place, whose alerts are kinds, or of an account. */
export function describe({ kinds, gaps, worst }: State, word: "kind" | "alert" = "kind"): string {
  const all = counted(kinds, word);
  if (worst !== undefined)
    return `${gaps.toLocaleString("en")} of ${all} would not arrive, worst ${worst}`;
  return kinds === 0 ? "none expected" : `covered, ${all}`;
}
