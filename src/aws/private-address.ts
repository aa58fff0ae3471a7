import { BlockList, isIPv4 } from "node:net";

/**
 * Names that the domain name system of the internet does not resolve: those that are set aside, and what
 * networks of their own call themselves, of which there is no top-level domain.
 * @see https://www.iana.org/assignments/special-use-domain-names and https://www.iana.org/domains/root/db
 */
const localName = /\.(?:local|localhost|internal|localdomain|test|invalid|lan|corp|home\.arpa)$/;

const privateBlocks = new BlockList();
for (const [network, length] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const) {
  privateBlocks.addSubnet(network, length);
}

/**
 * Whether an https address is of a private network or of the machine itself, where SNS delivers nothing.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html
 */
export function isOutOfReach(url: string): boolean {
  const [, host = ""] = /^https:\/\/([^/:?#@]+)(?::\d+)?(?:\/|$)/i.exec(url) ?? [];
  const name = host.toLowerCase().replace(/\.$/, "");
  return isIPv4(name) ? privateBlocks.check(name) : localName.test(name);
}
