import type { Form } from "./form";

/** A text of a backend, which Terraform would refuse only where it asks for the state. */
function backendPart(pattern: RegExp, allowed: string): Form {
  return {
    allowed,
    pattern,
    test: (text) => pattern.test(text),
    explain: (text) => ({
      problem: text === "" ? "this is empty" : "this does not have the required form",
      fix: "correct it, or use backend: { type: local }",
    }),
  };
}

/** A key in S3 has at most 1,024 bytes, of which the name of the stack needs some. */
export const stateFolder = backendPart(
  /^(?=.{1,800}$)(?!\.{1,2}(?:\/|$))[\w.-]+(\/(?!\.{1,2}(?:\/|$))[\w.-]+)*$/,
  "at most 800 letters, digits, dots, hyphens and underscores, with a slash between folders only; neither . nor .. is a folder",
);

export const terraformOrganization = backendPart(
  /^[\w-]{1,40}$/,
  "1 to 40 letters, digits, hyphens and underscores",
);

/** @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/projects */
export const terraformProject = backendPart(
  /^[\w-]+(?: [\w-]+)*$/,
  "letters, digits, hyphens and underscores, with single spaces between",
);

export const workspacePrefix = backendPart(
  /^[\w-]{1,40}$/,
  "1 to 40 letters, digits, hyphens and underscores",
);

export const hostName = backendPart(
  /^(?=[^:]{1,253}(?::|$))[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*(:\d{1,5})?$/i,
  "a host name without https://, such as app.terraform.io",
);

const keyId =
  "(?:[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})";
const keyAlias = "alias\\/[\\w/-]{1,250}";

/** As Terraform tests it before it asks for the state. */
export const kmsKey = backendPart(
  new RegExp(
    `^(?:arn:aws(?:-cn|-us-gov)?:kms:[a-z0-9-]+:\\d{12}:(?:key\\/${keyId}|${keyAlias})|${keyId}|${keyAlias})$`,
  ),
  "the ARN of a key, its id, or an alias such as alias/states",
);

export const assumedRole = backendPart(
  /^arn:aws(?:-cn|-us-gov)?:iam::\d{12}:role\/(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/,
  "the ARN of a role, such as arn:aws:iam::111111111111:role/states",
);

/** @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
export const storageAccount = backendPart(
  /^[a-z0-9]{3,24}$/,
  "3 to 24 lower-case letters and digits",
);

export const storageContainer = backendPart(
  /^(?=.{3,63}$)[a-z0-9]+(?:-[a-z0-9]+)*$/,
  "3 to 63 lower-case letters, digits and single hyphens",
);

export const resourceGroup = backendPart(
  /^[\w.()-]{1,89}[\w()-]$/,
  "2 to 90 letters, digits and . ( ) _ -, not ending with a dot",
);

export const azureId = backendPart(
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  "an id such as 00000000-0000-0000-0000-000000000000",
);

/** @see https://cloud.google.com/storage/docs/buckets#naming */
export const googleBucket = backendPart(
  /^[a-z0-9][a-z0-9_.-]{1,220}[a-z0-9]$/,
  "3 to 222 lower-case letters, digits, dots, hyphens and underscores",
);

export const googleKey = backendPart(
  /^projects\/[\w:.-]+\/locations\/[\w-]+\/keyRings\/[\w-]+\/cryptoKeys\/[\w-]+$/,
  "projects/…/locations/…/keyRings/…/cryptoKeys/…",
);

export const serviceAccount = backendPart(
  /^[a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com$/,
  "the address of a service account, such as states@project.iam.gserviceaccount.com",
);

/** States hold what resources hold, so nothing goes in the open, and no address holds credentials. */
export const stateAddress = backendPart(
  /^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:\/[\w.~%-]+)*$/i,
  "https://, a host and a path, without a slash at its end, a user or a question mark",
);
