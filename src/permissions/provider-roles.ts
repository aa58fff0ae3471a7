import { parseArn } from "../aws/arn";
import type { StackDocument } from "../coverage";
import { listIn, objectIn, textIn, type Json } from "../json/value";

/** The roles that one provider of a stack assumes, one after the other; none: what Terraform is started with. */
export interface ProviderRoles {
  readonly stack: string;
  /** Account that it works in; undefined where the stack does not say it. */
  readonly account: string | undefined;
  /** ARNs; the last one acts. */
  readonly chain: readonly string[];
  /** Actions beside `sts:AssumeRole` that assuming them takes. */
  readonly besides: readonly string[];
}

/** What the providers of the AWS provider in a stack assume. */
export function providerRoles({ name, document }: StackDocument): readonly ProviderRoles[] {
  return listIn(objectIn(document["provider"])["aws"]).map((block) => {
    const provider = objectIn(block);
    const assumed = listIn(provider["assume_role"]).map(objectIn);
    const chain = assumed.flatMap((role) => textIn(role["role_arn"]) ?? []);
    const actor = chain.at(-1);
    const [only, ...others] = listIn(provider["allowed_account_ids"]).map(String);
    const allowed = others.length === 0 ? only : undefined;
    return {
      stack: name,
      account: actor === undefined ? allowed : parseArn(actor)?.account,
      chain,
      besides: [...new Set(assumed.flatMap(besides))].sort(),
    };
  });
}

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html */
function besides(role: Json): readonly string[] {
  const has = (argument: string) => ![undefined, null, ""].includes(role[argument] as null);
  return [
    ...(has("tags") ? ["sts:TagSession"] : []),
    ...(has("source_identity") ? ["sts:SetSourceIdentity"] : []),
  ];
}
