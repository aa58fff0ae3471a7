// What a reader chose: which kinds are looked at, which accounts and regions are shown.
import { data, element, found, outlookOf, type Place } from "./content";
import { worstFirst } from "./data";

export const search = found(document.querySelector<HTMLInputElement>("#search"));
export const filter = found(document.querySelector<HTMLSelectElement>("#kind"));
export const order = found(document.querySelector<HTMLSelectElement>("#order"));
export const onlyGaps = found(document.querySelector<HTMLInputElement>("#only-gaps"));

/** Every kind under its severity, and each severity as a whole. */
export function offerKinds(): void {
  for (const severity of worstFirst) {
    const kinds = data.kinds.flatMap((kind, k) =>
      kind.severity === severity ? [{ kind, k }] : [],
    );
    if (kinds.length === 0) continue;
    filter.append(
      element(
        "optgroup",
        { label: severity },
        element("option", { value: severity, textContent: `all ${severity}` }),
        ...kinds.map(({ kind, k }) =>
          element("option", { value: String(k), textContent: kind.name }),
        ),
      ),
    );
  }
}

/** Whether a kind is of a choice: all, those of a severity, or one. */
export function isOf(value: string, k: number): boolean {
  return value === "" || value === String(k) || value === data.kinds[k]?.severity;
}

/** Whether a kind is one that is looked at. */
export function isChosen(k: number): boolean {
  return isOf(filter.value, k);
}

/** The kinds that are looked at and that can occur at the place. */
export function kindsAt(place: Place): readonly number[] {
  const states = outlookOf(place)?.states ?? [];
  return states.flatMap((state, k) => (state >= 0 && isChosen(k) ? [k] : []));
}
