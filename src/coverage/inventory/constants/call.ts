import { isWhole, type Constant } from "./constant";
import { converted } from "./conversion";
import { collections } from "./functions/collections";
import { encodings } from "./functions/encodings";
import type { Functions } from "./functions/functions";
import { networks } from "./functions/networks";
import { numbers } from "./functions/numbers";
import { texts } from "./functions/texts";
import { times } from "./functions/times";
import { inPlace, refuse } from "./refusal";
import { signatures } from "./signatures";

const functions: Functions = new Map([
  ...numbers,
  ...texts,
  ...collections,
  ...encodings,
  ...networks,
  ...times,
]);

/** Functions that need not know what is in the collections that they take. */
const ofOutsides: ReadonlySet<string> = new Set(
  "length keys values merge concat element one reverse slice tolist tomap sensitive nonsensitive chunklist zipmap".split(
    " ",
  ),
);

/**
 * What a function makes of its arguments; of one that is not worked out here, undefined.
 * @throws RefusalError where Terraform does not accept them
 */
export function called(name: string, args: readonly Constant[]): Constant {
  const signature = signatures.get(name);
  if (signature === undefined) return undefined;
  const { parameters, more, least, most } = signature;
  if (args.length < least || args.length > most) {
    return refuse(
      `${name}() has ${args.length} arguments, and takes ${least} ${most === least ? "" : "or more"}`.trim(),
    );
  }
  const given = args.map((arg, at) => {
    const { type } = parameters[at] ?? more ?? { type: { is: "any" } as const };
    return inCall(name, at, () => converted(arg, type));
  });
  if (args.includes(undefined)) return undefined;
  for (const [at, arg] of given.entries()) {
    const parameter = parameters[at] ?? more;
    if (arg === null && parameter?.takesNull === false)
      refuse(`${name}(): argument ${at + 1} is null`);
  }
  const work = functions.get(name);
  const isKnown = ofOutsides.has(name)
    ? given.every((arg) => arg !== undefined)
    : given.every(isWhole);
  return isKnown && work !== undefined ? inCall(name, undefined, () => work(given)) : undefined;
}

function inCall(name: string, at: number | undefined, work: () => Constant): Constant {
  return inPlace(at === undefined ? `${name}()` : `${name}(): argument ${at + 1}`, work);
}
