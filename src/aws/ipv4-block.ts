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

/** The beginnings of addresses that go on from one by another part: `203.0.` by `203.0.7.`, for example. */
function partsOf(beginning: string): readonly string[] {
  const end = beginning.split(".").length === 4 ? "" : ".";
  return Array.from({ length: 256 }, (_, i) => `${beginning}${i}${end}`);
}

/**
 * Beginnings of addresses, or addresses, that make up one beginning without another that lies in it.
 * Undefined where it does not.
 */
export function addressesBut(beginning: string, taken: string): readonly string[] | undefined {
  if (!/^(\d{1,3}\.){1,3}$/.test(beginning) || !taken.startsWith(beginning)) return undefined;
  return partsOf(beginning).flatMap((part) => {
    if (part === taken) return [];
    const isWithin = part.endsWith(".") && taken.startsWith(part);
    return isWithin ? (addressesBut(part, taken) ?? [part]) : [part];
  });
}

/**
 * The addresses that begin as one of these does and are another, as beginnings and as whole texts: a
 * beginning `203.0.113.5` holds 203.0.113.50, too. Undefined where a text is no address or beginning of one.
 */
export function addressesBeyond(
  addresses: readonly string[],
): readonly ({ readonly prefix: string } | string)[] | undefined {
  if (
    !addresses.every((text) => /^\d{1,3}(\.\d{1,3}){0,2}\.$|^\d{1,3}(\.\d{1,3}){3}$/.test(text))
  ) {
    return undefined;
  }
  const isTaken = (text: string): boolean =>
    addresses.some((each) => each === text || (each.endsWith(".") && text.startsWith(each)));
  const longer = addresses
    .filter((text) => !text.endsWith("."))
    .flatMap((text) => Array.from({ length: 10 }, (_, digit) => `${text}${digit}`))
    .filter((text) => /\.([1-9]\d|1\d\d|2[0-4]\d|25[0-5])$/.test(text) && !isTaken(text));
  return [...new Set(longer)].map((text) => (/\.\d\d$/.test(text) ? { prefix: text } : text));
}

/** The beginning of the next larger block: `203.0.` of `203.0.113.`. Undefined for the largest, and what is no address. */
export function blockAround(address: string): string | undefined {
  return /^((?:\d{1,3}\.){1,3})\d{1,3}\.?$/.exec(address)?.[1];
}
