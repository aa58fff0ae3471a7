import type { Expression, FunctionCall } from "./hcl";

/**
 * Functions of Terraform 1.11, and those that OpenTofu has besides, by their parameters: `p` takes a text,
 * number or truth value, `c` a collection, `a` anything; `*` may stand any number of times, `?` may be left
 * out, `+` stands once or more.
 * @see https://developer.hashicorp.com/terraform/language/functions
 */
const byParameters = {
  "": "plantimestamp timestamp uuid",
  a: "can ephemeralasnull flatten issensitive jsonencode keys length nonsensitive one reverse sensitive sum tobool tolist tomap tonumber toset tostring values yamlencode",
  "a*": "merge",
  "a+": "coalesce coalescelist concat try",
  aa: "contains index",
  "aa+": "setproduct",
  ap: "element parseint",
  "apa?": "lookup",
  app: "slice",
  c: "alltrue anytrue compact distinct sort transpose",
  ca: "zipmap",
  "cc*": "setintersection setunion",
  cc: "setsubtract",
  ccc: "matchkeys",
  cp: "chunklist",
  p: "abs abspath base64decode base64encode base64gunzip base64gzip base64sha256 base64sha512 basename ceil chomp cidrnetmask csvdecode dirname file filebase64 filebase64sha256 filebase64sha512 fileexists filemd5 filesha1 filesha256 filesha512 floor jsondecode lower md5 pathexpand sha1 sha256 sha512 signum strrev title trimspace upper urldecode urlencode yamldecode",
  "p+": "max min",
  "pa*": "format formatlist",
  pa: "templatefile templatestring",
  "pc+": "join",
  "pp*": "cidrsubnets",
  "pp?": "bcrypt",
  pp: "cidrcontains cidrhost endswith fileset formatdate indent log pow regex regexall rsadecrypt split startswith strcontains textdecodebase64 textencodebase64 timeadd timecmp trim trimprefix trimsuffix uuidv5",
  "pp?p?": "range",
  ppp: "cidrsubnet replace substr",
} as const;

/** The parameters of each function. */
export const terraformFunctions: ReadonlyMap<string, string> = new Map(
  Object.entries(byParameters).flatMap(([parameters, names]) =>
    names.split(" ").map((name) => [name, parameters] as const),
  ),
);

/** Functions of the provider for AWS, and how many arguments each takes. */
const ofProvider: ReadonlyMap<string, number> = new Map([
  ["arn_build", 5],
  ["arn_parse", 1],
  ["trim_iam_role_path", 1],
  ["user_agent", 3],
]);

/** What Terraform refuses of a call, whatever its arguments are worth. */
export function callProblems(call: FunctionCall): readonly string[] {
  const [namespace, provider, ofIts] = call.name.split("::");
  if (namespace === "provider") {
    const count = provider === "aws" ? ofProvider.get(ofIts ?? "") : undefined;
    // Of another provider, and of one that is newer, nothing is known.
    return count === undefined ? [] : numberProblems(call, count, count);
  }
  const parameters = terraformFunctions.get(call.name.replace(/^core::/u, ""));
  if (parameters === undefined) return [`there is no function ${call.name}()`];
  const kinds = parameters.match(/[pca]/gu) ?? [];
  const least = kinds.length - (parameters.match(/[*?]/gu)?.length ?? 0);
  const most = /[*+]/u.test(parameters) ? Infinity : kinds.length;
  return [
    ...numberProblems(call, least, most),
    ...call.args.flatMap((argument, index) => {
      const isOfExpanded = call.isExpanded && index === call.args.length - 1;
      const kind = isOfExpanded ? "a" : kinds[Math.min(index, kinds.length - 1)];
      return isOfKind(argument, kind) ? [] : [`${call.name}(): ${kindProblem(index, kind)}`];
    }),
  ];
}

function numberProblems(call: FunctionCall, least: number, most: number): readonly string[] {
  const given = call.args.length;
  // How many the last one stands for is known only where it is evaluated.
  const isRight = call.isExpanded ? given - 1 <= most : given >= least && given <= most;
  const allowed = least === most ? String(least) : `${least} or more`;
  const wanted = most === Infinity || least === most ? allowed : `${least} to ${most}`;
  return isRight ? [] : [`${call.name}() has ${given} arguments, and takes ${wanted}`];
}

function kindProblem(index: number, kind: string | undefined): string {
  const wanted = kind === "p" ? "a text or number, not a collection" : "a collection";
  return `argument ${index + 1} must be ${wanted}`;
}

/** Whether an argument may be of a kind, as far as its form says. */
function isOfKind(argument: Expression, kind: string | undefined): boolean {
  const isCollection = ["list", "object", "for"].includes(argument.kind);
  if (kind === "p") return !isCollection;
  return kind !== "c" || !isPlain(argument);
}

/** Whether an expression is a text, number or truth value by its form alone. */
function isPlain(expression: Expression): boolean {
  if (expression.kind === "literal") return expression.value !== null;
  const parts = expression.kind === "template" ? expression.parts : [];
  return expression.kind === "template" && !(parts[0] && "expression" in parts[0]);
}
