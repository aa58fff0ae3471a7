import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What the stand-in answers to one request. */
export interface StandInAnswer {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Never answers. */
  readonly isLate?: boolean;
}

/** Answers by the operation's name, such as `ListRules`, and what was sent. */
export type Respond = (operation: string, sent: string) => StandInAnswer;

/** A server on this machine in the place of AWS, for what AWS answers in trouble. */
export class StandIn {
  readonly asked: string[] = [];
  respond: Respond = () => ({});

  private constructor(readonly server: Server) {}

  static async start(): Promise<StandIn> {
    const server = createServer();
    const standIn = new StandIn(server);
    server.on("request", (request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        const sent = Buffer.concat(parts).toString();
        const target = request.headers["x-amz-target"];
        const operation =
          (typeof target === "string" ? target.split(".").at(-1) : undefined) ??
          new URLSearchParams(sent).get("Action") ??
          "";
        standIn.asked.push(operation);
        const { status = 200, body = "{}", headers, isLate } = standIn.respond(operation, sent);
        if (isLate) return;
        response.writeHead(status, headers).end(body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return standIn;
  }

  get environment(): Readonly<Record<string, string>> {
    const { port } = this.server.address() as AddressInfo;
    return {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
      AWS_SECRET_ACCESS_KEY: "example",
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_MAX_ATTEMPTS: "1",
      AWS_CONFIG_FILE: "/dev/null",
      AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Begins a stand-in for a suite: whatever asks AWS in it asks that one. It may be used within tests. */
export function standInOfSuite(): () => StandIn {
  const before = { ...process.env };
  let server: StandIn;
  beforeAll(async () => {
    server = await StandIn.start();
    Object.assign(process.env, server.environment);
    delete process.env["AWS_PROFILE"];
  });
  afterAll(async () => {
    await server.stop();
    for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
  });
  return () => server;
}

const xml = (body: string): StandInAnswer => ({ body, headers: { "content-type": "text/xml" } });

/** As STS answers. @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export function callerIdentity(account: string, arn = `arn:aws:iam::${account}:user/reader`) {
  return xml(
    `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>${arn}</Arn><UserId>AIDA</UserId><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
  );
}

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export function assumedRole(): StandInAnswer {
  return xml(
    `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
  );
}

/** An error of the services that speak XML. */
export function xmlError(code: string, message: string, status = 403): StandInAnswer {
  return {
    ...xml(
      `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>1-2-3</RequestId></ErrorResponse>`,
    ),
    status,
  };
}

/** An error of the services that speak JSON. */
export function jsonError(type: string, message = "", status = 400): StandInAnswer {
  return { status, body: JSON.stringify({ __type: type, message }) };
}
