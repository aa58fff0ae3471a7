import { secretAddressOf } from "../aws/secret-address";
import type { StackDocument } from "../coverage";
import { objectIn, textIn } from "../json/value";
import { apartFromRegion, planning, type Permission } from "./permission";
import type { UnknownPermissions } from "./resource-permissions";

/** What a stack reads, before Terraform plans it. */
export interface ReadPermissions {
  /** ARNs of parameters of Systems Manager. */
  readonly parameters: readonly string[];
  readonly unknown: readonly UnknownPermissions[];
}

/** Data sources that need no permission: everybody may ask who he is. */
const free: ReadonlySet<string> = new Set(["aws_caller_identity", "aws_partition", "aws_region"]);

/** What the data sources of a stack read. */
export function readsOf({ name: stack, document }: StackDocument): ReadPermissions {
  const sources = Object.entries(objectIn(document["data"])).flatMap(([type, named]) =>
    type.startsWith("aws_") && !free.has(type)
      ? Object.entries(objectIn(named)).map(([id, body]) => ({ type, id, body: objectIn(body) }))
      : [],
  );
  const read = sources.map(({ type, id, body }) => {
    const name = textIn(body["name"]) ?? "";
    const isParameter = type === "aws_ssm_parameter" && secretAddressOf(name)?.type === "parameter";
    const address = `data.${type}.${id}`;
    return isParameter
      ? { parameter: name }
      : { unknown: { stack, address, reason: `what ${type} needs is not known here` } };
  });
  return {
    parameters: read.flatMap(({ parameter }) => parameter ?? []),
    unknown: read.flatMap(({ unknown }) => unknown ?? []),
  };
}

/**
 * Reading a parameter. A key of Systems Manager's own needs nothing more, one of yours `kms:Decrypt`.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html
 */
export function readingParameter(arn: string): Permission {
  return { action: "ssm:GetParameter", uses: planning, ...apartFromRegion(arn), conditions: {} };
}
