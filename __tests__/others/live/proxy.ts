import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
} from "node:http";
import type { AddressInfo } from "node:net";

/** A request to AWS, as far as it tells one call from another. */
export interface AwsRequest {
  /** As AWS names it, such as `ListRules`. */
  readonly operation: string;
  /** As the signature names it, such as `events`. */
  readonly service: string;
  /** Whose credentials signed; empty for those of no role. */
  readonly account: string;
  /** What was sent. */
  readonly sent: string;
}

/** What is answered in the place of the server. */
export interface ProxyAnswer {
  readonly status?: number;
  readonly body: string;
  readonly type?: string;
}

/** `late`: no answer at all. Undefined: what the server says. */
export type Intercept = (
  request: AwsRequest,
  said: () => Promise<ProxyAnswer>,
) => Promise<ProxyAnswer | "late"> | "late" | ProxyAnswer | undefined;

/** Stands between the SDK and moto's server, and answers what that does not know, or in trouble. */
export class Proxy {
  intercept: Intercept = () => undefined;
  /** Whether the same request gets the same answer without being asked again, until something of the service is changed. */
  isRecorded = false;
  /** Accounts of the keys that roles were assumed with. */
  readonly #accounts = new Map<string, string>();
  /** By service. */
  readonly #answers = new Map<string, Map<string, Promise<ProxyAnswer>>>();

  private constructor(
    readonly server: Server,
    readonly target: string,
  ) {}

  static async start(target: string): Promise<Proxy> {
    const server = createServer();
    const proxy = new Proxy(server, target);
    server.on("request", (request, response) => {
      void proxy.#answer(request).then((answer) => {
        if (answer === "late") return;
        const { status = 200, body, type = "application/x-amz-json-1.1" } = answer;
        response.writeHead(status, { "content-type": type }).end(body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async #answer(request: IncomingMessage): Promise<ProxyAnswer | "late"> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const { credential, service } = signature(request.headers);
    const account = this.#accounts.get(credential.split(" ")[0] ?? "") ?? "";
    const operation = operationOf(request, service, body);
    if (!isRead(operation, request.method)) this.#answers.delete(service);
    const said = () => this.#said(request, body);
    const answer =
      (await this.intercept({ operation, service, account, sent: body }, said)) ?? (await said());
    if (operation === "AssumeRole" && answer !== "late") {
      const key = /<AccessKeyId>([^<]+)/.exec(answer.body)?.[1] ?? "";
      this.#accounts.set(key, /iam%3A%3A(\d{12})/.exec(body)?.[1] ?? "");
    }
    return answer;
  }

  #said(
    { method = "GET", url = "/", headers }: IncomingMessage,
    body: string,
  ): Promise<ProxyAnswer> {
    const { credential, service } = signature(headers);
    const key = JSON.stringify([method, url, headers["x-amz-target"], credential, body]);
    const answers = this.#answers.get(service) ?? new Map<string, Promise<ProxyAnswer>>();
    const before = this.isRecorded ? answers.get(key) : undefined;
    if (before !== undefined) return before;
    const answer = this.#ask(method, url, headers, body);
    this.#answers.set(service, answers.set(key, answer));
    return answer;
  }

  async #ask(
    method: string,
    url: string,
    headers: IncomingHttpHeaders,
    body: string,
  ): Promise<ProxyAnswer> {
    const kept = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      typeof value === "string" &&
      !["connection", "content-length", "host", "expect"].includes(name)
        ? [[name, value]]
        : [],
    );
    const answer = await fetch(`${this.target}${url}`, {
      method,
      headers: kept,
      ...(method !== "GET" && method !== "HEAD" && { body }),
    });
    const type = answer.headers.get("content-type") ?? "text/plain";
    return { status: answer.status, body: await answer.text(), type };
  }
}

/** Whether a call changes nothing. S3 names its operations by method and address. */
function isRead(operation: string, method = "GET"): boolean {
  return operation.startsWith("GetBucket")
    ? method === "GET"
    : /^(?:AssumeRole|BatchGet|Describe|Get|List|Lookup)/u.test(operation);
}

/** Whose key signed, and for which service and region. */
function signature(headers: IncomingHttpHeaders): {
  readonly credential: string;
  readonly service: string;
} {
  const scope = /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(headers.authorization ?? "");
  const [, key = "", region = "", service = ""] = scope ?? [];
  return { credential: `${key} ${region} ${service}`, service };
}

function operationOf(request: IncomingMessage, service: string, body: string): string {
  const target = request.headers["x-amz-target"];
  const ofTarget = typeof target === "string" ? target.split(".").at(-1) : undefined;
  const { searchParams } = new URL(request.url ?? "/", "http://x");
  // S3 names its operations by what is asked of the bucket.
  const ofBucket = searchParams.has("policy") ? "GetBucketPolicy" : "GetBucketLocation";
  const ofBody = new URLSearchParams(body).get("Action");
  return ofTarget ?? ofBody ?? (service === "s3" ? ofBucket : (request.url ?? ""));
}
