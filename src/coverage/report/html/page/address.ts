/** The address of an account, of its region, or of a kind there, within the page. */
export function addressOf(...parts: readonly string[]): string {
  return `#${parts.map(encodeURIComponent).join("/")}`;
}

/** The parts of an address, as far as it is one. */
export function partsOf(address: string): readonly string[] {
  try {
    return address.slice(1).split("/").map(decodeURIComponent);
  } catch {
    return [];
  }
}
