import { isJsonObject, listIn, objectIn } from "../../json/value";
import { finding, type Finding } from "../finding";
import type { StackDocument } from "./stack-document";

const ADDRESS = /^(?<type>[a-z]\w*)\.[A-Za-z_][\w-]*(?:\[(?:\d+|"[^"]*")\])?$/u;

/**
 * Blocks that move a resource to another address of its stack change nothing that AWS has. One of
 * another shape is not analyzed.
 * @see https://developer.hashicorp.com/terraform/language/block/moved
 */
export function unknownMoves({ name, document }: StackDocument): readonly Finding[] {
  return listIn(document["moved"])
    .filter((move) => !isWithinStack(move))
    .map((move) => {
      const should = "it must have a from and a to, both resources of one type in the stack";
      const detail = `${JSON.stringify(move)}; ${should}`;
      return finding("not-analyzed-block", { stack: name, address: "moved" }, detail);
    });
}

/** Former addresses of the stack's resources, by the address they move to. */
export function formerAddresses({ document }: StackDocument): ReadonlyMap<string, string> {
  return new Map(
    listIn(document["moved"]).flatMap((move) => {
      const { from, to } = objectIn(move);
      return typeof from === "string" && typeof to === "string" ? [[to, from] as const] : [];
    }),
  );
}

function isWithinStack(move: unknown): boolean {
  if (!isJsonObject(move)) return false;
  const { from, to, ...others } = move;
  const type = typeOf(from);
  return Object.keys(others).length === 0 && type !== undefined && type === typeOf(to);
}

function typeOf(address: unknown): string | undefined {
  if (typeof address !== "string" || /^(?:module|data)\./u.test(address)) return undefined;
  return ADDRESS.exec(address)?.groups?.["type"];
}
