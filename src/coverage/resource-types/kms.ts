import { keyAliasArn, keyArn } from "../../aws/arn";
import type { ResourceTypes } from "./resource-type";

/** AWS Key Management Service. */
export const kms: ResourceTypes = {
  aws_kms_key: {
    key: "{arn}",
    name: null,
    replacedBy: ["multi_region"],
    computed: {
      arn: ({ place, id }) => keyArn(place, id),
      id: ({ id }) => id,
      key_id: ({ id }) => id,
    },
    loss: "what it encrypts becomes unreadable after the deletion window",
    settings: {
      key_usage: ["ENCRYPT_DECRYPT"],
      customer_master_key_spec: ["SYMMETRIC_DEFAULT"],
      custom_key_store_id: [],
    },
    policy: { type: "aws_kms_key_policy", by: ["{key_id}", "{arn}"] },
  },
  aws_kms_key_policy: {
    key: "{key_id}",
    unique: "{key_id}",
    loss: "services may not use the key without it",
  },
  aws_kms_alias: {
    key: "{place}/{name}",
    unique: "{place}/{name}",
    computed: { arn: ({ place, name }) => keyAliasArn(place, name), id: ({ name }) => name },
    loss: "what names the key by its alias does not find it",
  },
};
