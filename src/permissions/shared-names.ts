/** More of one type are said by what their names have in common, so that one more is allowed, too. */
const MOST_NAMES = 3;

/**
 * ARNs, those of more than three resources of one type as one: `rule/signin-alerts/signin-alerts-*`. Names that
 * have no part before a dash in common stay as they are.
 */
export function sharedNames(arns: readonly string[]): readonly string[] {
  const families = new Map<string, string[]>();
  for (const arn of arns) {
    const family = arn.slice(0, lastSeparator(arn) + 1);
    families.set(family, [...(families.get(family) ?? []), arn.slice(family.length)]);
  }
  return [...families].flatMap(([family, names]) => {
    const shared = names.length > MOST_NAMES ? commonPrefix(names) : "";
    return shared === "" ? names.map((name) => `${family}${name}`) : [`${family}${shared}*`];
  });
}

function lastSeparator(arn: string): number {
  return Math.max(arn.lastIndexOf("/"), arn.lastIndexOf(":"));
}

/** What all names begin with, up to a dash and with it. */
function commonPrefix([first = "", ...others]: readonly string[]): string {
  let length = first.length;
  for (const other of others) {
    while (!other.startsWith(first.slice(0, length))) length--;
  }
  return first.slice(0, first.slice(0, length).lastIndexOf("-") + 1);
}
