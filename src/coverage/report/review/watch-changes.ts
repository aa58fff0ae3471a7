import { coversPrincipal, watchedPrincipal, type Watch } from "../../../catalog";
import { counted, firstOf } from "../wording";
import type { OtherChange, Side } from "./side";

/** One principal of a watch. */
interface Watched {
  readonly watch: string;
  readonly text: string;
  readonly programs: boolean;
}

function watchedBy(watches: readonly Watch[]): readonly Watched[] {
  return watches.flatMap(({ name: watch, principals, programs = true }) =>
    principals.map((text) => ({ watch, text, programs })),
  );
}

/** Whether every sign-in that the second is watched for is one that the first is watched for. */
function covers(one: Watched, other: Watched): boolean {
  const [first, second] = [watchedPrincipal(one.text), watchedPrincipal(other.text)];
  const isSame = one.text === other.text;
  const isWithin = isSame || (first && second ? coversPrincipal(first, second) : false);
  return isWithin && (one.programs || !other.programs);
}

/** Principals of watches that both sides have, that one side watches and the other does not or does less. */
function watchedBeside(from: Side, others: Side): readonly string[] {
  const names = new Set(others.watches.map(({ name }) => name));
  const theirs = watchedBy(others.watches);
  return watchedBy(from.watches)
    .filter(({ watch }) => names.has(watch))
    .filter((each) => !theirs.some((other) => covers(other, each)))
    .map((each) => {
      const isKept = theirs.some((other) => covers(other, { ...each, programs: false }));
      return `${each.text} (watch ${each.watch}${isKept ? ", sign-ins by programs" : ""})`;
    });
}

/** Whom a watch watches no longer, and whom from now on. A watch that is gone altogether is coverage lost. */
export function watchChanges(base: Side, head: Side): readonly OtherChange[] {
  const [less, more] = [watchedBeside(base, head), watchedBeside(head, base)];
  return [
    ...(less.length === 0
      ? []
      : [
          {
            text: `No longer watched: ${counted(less.length, "principal")}, ${firstOf(less, 3)}. Their sign-ins raise no alert of a watch any more.`,
            isLoss: true,
          },
        ]),
    ...(more.length === 0
      ? []
      : [
          {
            text: `Watched from now on: ${counted(more.length, "principal")}, ${firstOf(more, 3)}.`,
            isLoss: false,
          },
        ]),
  ];
}
