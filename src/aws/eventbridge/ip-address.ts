import { isIP, isIPv4 } from "node:net";

/** An address as a number, with the bits of its family: 32 or 128. */
export interface IpAddress {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/** An address block: all addresses that share the upper bits. */
export interface CidrBlock {
  readonly bits: 32 | 128;
  readonly shift: bigint;
  readonly network: bigint;
}

/** Reads `10.0.0.1` or `2001:db8::1`; zone ids and `::ffff:10.0.0.1` are not addresses to EventBridge. */
export function parseIpAddress(text: string): IpAddress | undefined {
  if (isIP(text) === 0 || (!isIPv4(text) && /[.%]/.test(text))) return undefined;
  if (isIPv4(text)) {
    const value = text.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);
    return { bits: 32, value };
  }
  const [head = "", tail] = text.split("::");
  const first = groups(head);
  const last = groups(tail ?? "");
  const zeros = Array<string>(8 - first.length - last.length).fill("0");
  const all = [...first, ...zeros, ...last];
  return { bits: 128, value: all.reduce((sum, part) => sum * 65536n + BigInt(`0x${part}`), 0n) };
}

/**
 * Reads `10.0.0.0/24` or `2001:db8::/32`.
 *
 * @returns the block, or in words what is wrong with the text. A block of one address, and an
 * address with bits below the mask, are wrong: versions of event-ruler differ on both.
 */
export function parseCidrBlock(text: string): CidrBlock | string {
  const [, base = "", mask = ""] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const address = parseIpAddress(base);
  if (address === undefined) return "not an address, a slash and the number of mask bits";
  const length = Number(mask);
  if (length >= address.bits) return `mask bits must be below ${address.bits}`;
  const shift = BigInt(address.bits - length);
  const network = address.value >> shift;
  if (network << shift !== address.value) return "the address has bits set below the mask";
  return { bits: address.bits, shift, network };
}

/** Whether the text is an address of the block; other text is not. */
export function isInBlock(text: string, block: CidrBlock): boolean {
  const address = parseIpAddress(text);
  return address?.bits === block.bits && address.value >> block.shift === block.network;
}

function groups(text: string): string[] {
  return text === "" ? [] : text.split(":");
}
