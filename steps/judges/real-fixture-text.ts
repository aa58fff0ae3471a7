const MOMENT = "2026-12-01T00:00:00Z";
const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Writes what Terraform printed such that the same run gives the same bytes: ids that the server draws are numbered,
 * moments are one moment, addresses of the server are those of AWS, and what Terraform prints in any order is sorted. A
 * line is one resource.
 */
export class RealFixtureText {
  readonly #ids = new Map<string, string>();

  of(printed: object): string {
    return (
      JSON.stringify(printed, inOrder)
        .replaceAll(id, (found) => this.#numbered(found))
        .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, MOMENT)
        .replaceAll(/\bAROA[A-Z0-9]{12,}/g, (found) => this.#numbered(found))
        .replaceAll(/\{"(address|mode)":/g, '\n{"$1":')
        .split("\n")
        .map(withQueueUrlOfAws)
        .join("\n")
        .trim() + "\n"
    );
  }

  #numbered(found: string): string {
    const known = this.#ids.get(found);
    if (known !== undefined) return known;
    const number = String(this.#ids.size + 1);
    const given = found.startsWith("AROA")
      ? `AROA${number.padStart(17, "0")}`
      : `00000000-0000-4000-8000-${number.padStart(12, "0")}`;
    this.#ids.set(found, given);
    return given;
  }
}

/** What a plan refers to is a set. */
function inOrder(key: string, value: unknown): unknown {
  if (key !== "relevant_attributes" || !Array.isArray(value)) return value;
  return value
    .map((each) => JSON.stringify(each))
    .sort()
    .map((each): unknown => JSON.parse(each));
}

/** The URL of a queue begins with the server's address; that of AWS says the queue's region, as its ARN does. */
function withQueueUrlOfAws(resource: string): string {
  const region = /"arn:aws[\w-]*:sqs:([\w-]+):/.exec(resource)?.[1] ?? "us-east-1";
  return resource.replaceAll(
    /http:\/\/127\.0\.0\.1:\d+\/(?=\d{12}\/)/g,
    `https://sqs.${region}.amazonaws.com/`,
  );
}
