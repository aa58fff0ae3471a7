const name = String.raw`[\p{ID_Start}_][\p{ID_Continue}-]*`;

/**
 * What Terraform takes for a name: anything else could be read as more than one.
 * @see https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers
 */
export const NAME = new RegExp(`^${name}$`, "u");

/** What it takes for the address of something. */
export const ADDRESS = new RegExp(
  String.raw`^${name}(?:\.${name}|\[\d+\]|\["[^"\\$%\p{C}]*"\])*$`,
  "u",
);
