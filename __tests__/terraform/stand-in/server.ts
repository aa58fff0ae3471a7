import {
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type UntypedServiceImplementation,
  type sendUnaryData,
} from "@grpc/grpc-js";
import { problem, providerService, type ProviderRequest } from "./protocol";
import { StandInProvider } from "./provider";
import type { DeploymentRecord } from "./record";

/** A provider for `hashicorp/aws` that runs in this process and reaches no AWS. */
export interface StandIn {
  /** What Terraform created, updated and deleted through it. */
  readonly record: DeploymentRecord;
  /** Adds resource types and data sources (`data.aws_region`) to the schema. */
  serve(types: Iterable<string>): void;
  /** The value of `TF_REATTACH_PROVIDERS` for a registry, for example `registry.terraform.io`. */
  reattach(registry: string): string;
  /** Ends the server. */
  close(): void;
}

/** Starts a stand-in on a free local port. */
export async function startStandIn(types: Iterable<string> = []): Promise<StandIn> {
  const provider = new StandInProvider();
  provider.serve(types);
  const server = new Server({
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
  });
  server.addService(providerService(), implementationOf(provider));
  const port = await listen(server);
  return {
    record: provider.record,
    serve: (more) => {
      provider.serve(more);
    },
    reattach: (registry) =>
      JSON.stringify({
        [`${registry}/hashicorp/aws`]: {
          Protocol: "grpc",
          ProtocolVersion: 6,
          Pid: process.pid,
          Test: true,
          Addr: { Network: "tcp", String: `127.0.0.1:${port}` },
        },
      }),
    close: () => {
      server.forceShutdown();
    },
  };
}

function implementationOf(provider: StandInProvider): UntypedServiceImplementation {
  const handler =
    (method: StandInProvider["methods"][string]) =>
    (call: ServerUnaryCall<ProviderRequest, object>, answer: sendUnaryData<object>) => {
      try {
        answer(null, method(call.request, call.getPeer()));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        answer(null, problem("The stand-in provider refused", reason));
      }
    };
  return Object.fromEntries(
    Object.entries(provider.methods).map(([name, method]) => [name, handler(method)]),
  );
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });
}
