import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A sign-in that the server took. */
export interface TakenSignIn {
  readonly region: string;
  /** Key of the session's credentials. */
  readonly accessKeyId: string;
}

/**
 * A server in the place of AWS's federation endpoint, written after AWS's documentation, not after AWS: no
 * test may conclude from it that AWS signs in alike.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html
 */
export class FederationServer {
  readonly signIns: TakenSignIn[] = [];
  /** Requests, as method and path, in their order. */
  readonly asked: string[] = [];
  readonly cookies: (string | undefined)[] = [];
  onSignIn: (signIn: TakenSignIn) => void = () => undefined;
  /** What is answered instead, by the action. */
  instead: (action: string) => { readonly status: number; readonly body?: string } | undefined =
    () => undefined;
  /** Where a browser is sent on to after the login. */
  next = "/console";

  private constructor(
    readonly server: Server,
    readonly port: number,
  ) {}

  static async start(): Promise<FederationServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const federation = new FederationServer(server, (server.address() as AddressInfo).port);
    server.on("request", ({ method = "", url = "/", headers }, response) => {
      const { pathname, searchParams } = new URL(url, "http://x");
      const action = searchParams.get("Action") ?? "";
      federation.asked.push(`${method} ${pathname} ${action}`.trim());
      federation.cookies.push(headers.cookie);
      const instead = federation.instead(action);
      if (instead) {
        response.writeHead(instead.status).end(instead.body);
        return;
      }
      const region = pathname.split("/")[1] ?? "";
      if (action === "getSigninToken") {
        // Edge: what was sent.
        const session = JSON.parse(searchParams.get("Session") ?? "{}") as Record<string, string>;
        const keys = Object.keys(session).sort().join();
        const isWhole =
          keys === "sessionId,sessionKey,sessionToken" && !searchParams.has("SessionDuration");
        response
          .writeHead(isWhole ? 200 : 400)
          .end(
            isWhole
              ? JSON.stringify({ SigninToken: `token-of-${session["sessionId"] ?? ""}` })
              : "",
          );
        return;
      }
      if (action === "login") {
        const token = /^token-of-(.+)$/u.exec(searchParams.get("SigninToken") ?? "")?.[1];
        if (token === undefined || !searchParams.has("Destination")) {
          response.writeHead(400).end();
          return;
        }
        const signIn = { region, accessKeyId: token };
        federation.signIns.push(signIn);
        federation.onSignIn(signIn);
        response
          .writeHead(302, {
            location: federation.next,
            "set-cookie": "session=1; Path=/; HttpOnly",
          })
          .end();
        return;
      }
      response.writeHead(200).end("<!doctype html>");
    });
    return federation;
  }

  /** As the variable has it. */
  get endpoint(): string {
    return `http://127.0.0.1:${this.port}/{region}/federation`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
