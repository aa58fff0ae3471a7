import { externalIds } from "../../aws/external-id";
import { matching } from "./form";

/** The external id that a role asks for. */
export const externalId = matching(
  externalIds.form,
  externalIds.allowed,
  "AWS does not accept this as an external id",
  "copy it from the condition sts:ExternalId of the role's trust policy",
);

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const sessionName = matching(
  /^[\w+=,.@-]{2,64}$/,
  "2 to 64 letters, digits and + = , . @ _ -",
  "AWS does not accept this as the name of a session",
  "choose a short name, such as terraform",
);

/** Blanks and brackets would need quoting in the file of the profiles. */
export const profileName = matching(
  /^[\w+=,.@:/-]{1,128}$/,
  "1 to 128 letters, digits and + = , . @ : / _ -",
  "this is not a valid name of a profile",
  "copy it from `aws configure list-profiles`",
);
