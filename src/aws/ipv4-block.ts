/** Without zeros in front of a number: CloudTrail writes none, and programs read them as octal. */
const ipv4Block = /^((?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3})\/([1-9]\d?)$/;

/**
 * The beginnings that the addresses of an IPv4 block have, written as CloudTrail writes them; single
 * addresses where the block is smaller than the last part. Undefined for what is not such a block.
 */
export function addressPrefixes(cidr: string): readonly string[] | undefined {
  const [, address, bits] = ipv4Block.exec(cidr) ?? [];
  const parts = address?.split(".").map(Number) ?? [];
  const length = Number(bits);
  if (parts.length !== 4 || parts.some((part) => part > 255) || length < 8 || length > 32) {
    return undefined;
  }
  const whole = Math.ceil(length / 8);
  const free = whole * 8 - length;
  const head = parts.slice(0, whole);
  const last = head.at(-1) ?? 0;
  // Bits behind the block must be zero, or another block was meant.
  if (last % 2 ** free !== 0 || parts.slice(whole).some((part) => part !== 0)) return undefined;
  return Array.from({ length: 2 ** free }, (_, i) =>
    [...head.slice(0, -1), last + i].join(".").concat(whole === 4 ? "" : "."),
  );
}
