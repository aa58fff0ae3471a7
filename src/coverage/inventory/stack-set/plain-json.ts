/** JSON without intrinsic functions, and without null, which CloudFormation does not allow. */
export type PlainJson =
  string | number | boolean | readonly PlainJson[] | { readonly [name: string]: PlainJson };

/** Whether it is a list. */
export function isPlainList(value: PlainJson | undefined): value is readonly PlainJson[] {
  return Array.isArray(value);
}
