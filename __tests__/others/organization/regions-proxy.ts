import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Status of each region by account, which AWS would say. */
export type Regions = (account: string | undefined) => ReadonlyMap<string, string>;

/** A server before moto's that answers what moto does not have. */
export interface RegionsProxy {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

function forwarded(incoming: IncomingMessage, response: ServerResponse, body: Buffer, to: string) {
  const { method, headers } = incoming;
  const onward = request(
    new URL(incoming.url ?? "/", to),
    // Credentials name their region and service there, by which moto knows whose request it is.
    { ...(method !== undefined && { method }), headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on("error", () => response.writeHead(502).end());
  onward.end(body);
}

/**
 * Adds `account:ListRegions` to moto's server, written from AWS's reference: a POST of `/listRegions` with
 * `AccountId`, absent for the account itself, answers `Regions` with `RegionName` and `RegionOptStatus`.
 * @see https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html
 */
export async function startRegionsProxy(moto: string, regions: Regions): Promise<RegionsProxy> {
  const server = createServer((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", () => {
      const body = Buffer.concat(parts);
      if (incoming.url !== "/listRegions") {
        forwarded(incoming, response, body, moto);
        return;
      }
      const { AccountId } = JSON.parse(body.toString()) as { readonly AccountId?: string };
      const Regions = [...regions(AccountId)].map(([RegionName, RegionOptStatus]) => ({
        RegionName,
        RegionOptStatus,
      }));
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ Regions }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
