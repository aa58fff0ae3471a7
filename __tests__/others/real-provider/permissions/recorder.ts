import { createServer, request, type IncomingMessage, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

/** One request to AWS, as it was sent. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  /** Role that signed it. @default - the credentials that Terraform was started with */
  readonly role?: string;
  /** Whether it was sent while something was only planned. */
  readonly isPlan: boolean;
}

/** Stands before a server and writes down each request, with the role that sent it. */
export class Recorder {
  readonly requests: RecordedRequest[] = [];
  /** Whether what comes is of a plan. */
  isPlan = false;
  readonly #roles = new Map<string, string>();

  private constructor(
    readonly url: string,
    readonly server: Server,
  ) {}

  /** @param target - the server that answers */
  static async before(target: string): Promise<Recorder> {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const recorder = new Recorder(`http://127.0.0.1:${String(port)}`, server);
    server.on("request", (incoming: IncomingMessage, outgoing) => {
      const parts: Buffer[] = [];
      incoming.on("data", (part: Buffer) => parts.push(part));
      incoming.on("end", () => {
        const { method = "", url = "", headers } = incoming;
        const body = Buffer.concat(parts);
        const role = recorder.#roles.get(signerOf(headers));
        const { isPlan } = recorder;
        const recorded = { method, url, headers, body: body.toString("utf8"), isPlan };
        recorder.requests.push({ ...recorded, ...(role !== undefined && { role }) });
        const forwarded = request(`${target}${url}`, { method, headers }, (answer) => {
          const answered: Buffer[] = [];
          answer.on("data", (part: Buffer) => answered.push(part));
          answer.on("end", () => {
            const content = Buffer.concat(answered);
            recorder.#remember(recorded.body, content.toString("utf8"));
            outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
            outgoing.end(content);
          });
        });
        forwarded.on("error", () => outgoing.destroy());
        forwarded.end(body);
      });
    });
    return recorder;
  }

  /** Who signs by the keys that an assumed role was given. */
  #remember(body: string, answer: string): void {
    const form = new URLSearchParams(body);
    const role = form.get("RoleArn");
    const key = /<AccessKeyId>(.*?)<\/AccessKeyId>/.exec(answer)?.[1];
    if (form.get("Action") === "AssumeRole" && role !== null && key) this.#roles.set(key, role);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }
}

/** The access key of a signature. */
function signerOf(headers: IncomingMessage["headers"]): string {
  return /Credential=([^/]+)\//.exec(headers.authorization ?? "")?.[1] ?? "";
}
