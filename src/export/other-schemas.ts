import { blockSchema, type BlockSchema } from "../coverage/resource-types";
import { otherArguments } from "./other-arguments";

/** The schema of `provider.aws`, or of a data source such as `data.aws_region`; undefined for what is not known. */
export function otherSchemaOf(name: string): BlockSchema | undefined {
  const text = Object.hasOwn(otherArguments, name) ? otherArguments[name] : undefined;
  return text === undefined ? undefined : blockSchema(text);
}
