import { externalId, profileName, sessionName } from "../forms/access";
import { roleName } from "../forms/accounts";
import { tagKey } from "../forms/names";
import { group, text, texts } from "./key";

/** How the providers of every stack come by their credentials, and which tags they leave alone. */
export const providerKeys = {
  roleName: text(
    "Role that Terraform assumes in each account, or `none` for the credentials that it is started with.",
    { form: roleName, default: "OrganizationAccountAccessRole" },
  ),
  externalId: text(
    "External id that Terraform sends where it assumes a role, for trust policies that ask for one. Not a secret: it is in the generated Terraform.",
    { form: externalId, otherwise: "none is sent" },
  ),
  sessionName: text(
    "Name of the session where Terraform assumes a role, as CloudTrail records it and trust policies may ask for it.",
    { form: sessionName, otherwise: "Terraform makes one up for each run" },
  ),
  profile: text(
    "Profile that Terraform takes its first credentials from. Whoever runs Terraform must have a profile of this name, CI included; for yourself alone set the environment variable AWS_PROFILE instead.",
    { form: profileName, otherwise: "the credentials that Terraform is started with" },
  ),
  ignoreTags: group(
    "Tags that others set on the resources, such as a tag policy or a cost tool: Terraform leaves them alone, where it would otherwise remove them at each run.",
    {
      keys: texts("Keys of tags.", tagKey, {
        otherwise: "none",
        once: { noun: "tag" },
      }),
      keyPrefixes: texts("What the keys of tags begin with, such as `cost:`.", tagKey, {
        otherwise: "none",
        once: { noun: "prefix" },
      }),
    },
    { otherwise: "none" },
  ),
} as const;
