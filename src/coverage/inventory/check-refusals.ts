import { listIn, objectIn, type Json } from "../../json/value";
import { NAME, nameRule } from "./block-arguments";
import { conditionProblems } from "./condition-problems";

/**
 * What Terraform refuses of blocks that check something, by their addresses.
 * @see https://developer.hashicorp.com/terraform/language/block/check
 */
export function checkProblems(document: Json): readonly (readonly [string, string])[] {
  return Object.entries(objectIn(document["check"])).flatMap(([name, blocks]) =>
    listIn(blocks).flatMap((block) =>
      [
        ...(NAME.test(name) || name === "//" ? [] : [nameRule]),
        ...listIn(objectIn(block)["assert"]).flatMap((each) => conditionProblems(each, "assert")),
      ].map((problem) => [`check.${name}`, problem] as const),
    ),
  );
}
