import { DescribeKeyCommand, GetKeyPolicyCommand, KMSClient } from "@aws-sdk/client-kms";
import { parseArn } from "../../aws";
import type { FoundResource } from "../../coverage";
import type { Value } from "../../coverage/inventory/value";
import type { Here } from "../here";
import type { Service } from "../service";
import { foundAt, readEach, settle } from "./found";

const kms: Service<KMSClient> = { prefix: "kms", create: (settings) => new KMSClient(settings) };

/**
 * A key with its policy and state, by its id, ARN or alias; nothing where it does not exist or is of
 * another place, whose keys may be asked for there alone.
 */
async function readKey(here: Here, name: string): Promise<readonly FoundResource[]> {
  const { account = here.place.account, region = here.place.region } = parseArn(name) ?? {};
  if (account !== here.place.account || region !== here.place.region) return [];
  const alias = /(?:^|:)(alias\/.*)$/u.exec(name)?.[1];
  // What AWS manages is judged by its name.
  if (alias?.startsWith("alias/aws/")) return [];
  const key = await here.ask({
    service: kms,
    operation: "DescribeKey",
    send: (client) => client.send(new DescribeKeyCommand({ KeyId: name })),
    result: ({ KeyMetadata }) => (KeyMetadata?.KeyState === undefined ? undefined : KeyMetadata),
  });
  if (key.state === "missing") return [];
  const id = key.state === "known" ? (key.value.KeyId ?? name) : name;
  const policy = settle<string, Value>(
    await here.ask({
      service: kms,
      operation: "GetKeyPolicy",
      send: (client) => client.send(new GetKeyPolicyCommand({ KeyId: id, PolicyName: "default" })),
      result: ({ Policy }) => Policy,
    }),
    { known: (text) => text, missing: () => undefined, notKnown: (lost) => lost },
  );
  const type = "aws_kms_key";
  const own = settle(key, {
    known: ({ Arn, KeyState, KeySpec, KeyUsage, MultiRegion, CustomKeyStoreId }) =>
      foundAt(here, type, id, {
        arn: Arn,
        id,
        key_id: id,
        // A key that waits for its deletion, or for its material, encrypts nothing either.
        is_enabled: KeyState === "Enabled",
        customer_master_key_spec: KeySpec,
        key_usage: KeyUsage,
        multi_region: MultiRegion,
        custom_key_store_id: CustomKeyStoreId,
        policy,
      }),
    missing: () => undefined,
    notKnown: (lost) =>
      foundAt(here, type, id, {
        ...(name.startsWith("arn:")
          ? { arn: name, key_id: name.split("/").at(-1) }
          : { key_id: id }),
        is_enabled: lost,
        policy,
      }),
  });
  const aliases =
    alias === undefined || key.state !== "known"
      ? []
      : [
          foundAt(here, "aws_kms_alias", alias, {
            name: alias,
            target_key_id: id,
            target_key_arn: key.value.Arn,
          }),
        ];
  return [...(own ? [own] : []), ...aliases];
}

/** The keys that resources of a place name. */
export async function keysOf(
  here: Here,
  resources: readonly FoundResource[],
): Promise<readonly FoundResource[]> {
  const names = resources.flatMap(({ values }) =>
    ["kms_master_key_id", "kms_key_id", "kms_key_identifier"].flatMap((argument) => {
      const name = values[argument];
      return typeof name === "string" && name !== "" ? [name] : [];
    }),
  );
  return (await readEach(names, (name) => readKey(here, name))).flat();
}
