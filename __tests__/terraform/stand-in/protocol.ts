import { join } from "node:path";
import { loadPackageDefinition, type GrpcObject, type ServiceDefinition } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import type { DynamicValue } from "./wire";

/** The fields of Terraform's requests that the stand-in reads; each request has some of them. */
export interface ProviderRequest {
  readonly type_name: string;
  readonly config: DynamicValue | null;
  readonly raw_state: { readonly json: Uint8Array } | null;
  readonly current_state: DynamicValue | null;
  readonly prior_state: DynamicValue | null;
  readonly proposed_new_state: DynamicValue | null;
  readonly planned_state: DynamicValue | null;
}

/** An error in Terraform's own form. */
export interface Diagnostic {
  readonly severity: "ERROR";
  readonly summary: string;
  readonly detail: string;
}

/** An error for Terraform to print. */
export function problem(summary: string, detail: string): { diagnostics: Diagnostic[] } {
  return { diagnostics: [{ severity: "ERROR", summary, detail }] };
}

/** Terraform's provider service, protocol 6. */
export function providerService(): ServiceDefinition {
  const definition = loadSync(join(__dirname, "tfplugin6.proto"), {
    keepCase: true,
    longs: Number,
    enums: String,
    defaults: true,
  });
  // Edge: the loader does not know the types of what it reads.
  const package6 = loadPackageDefinition(definition).tfplugin6 as GrpcObject;
  const { service } = package6.Provider as unknown as { readonly service: ServiceDefinition };
  const schema = service["GetProviderSchema"];
  return schema
    ? { ...service, GetProviderSchema: { ...schema, ...writtenOnce(schema) } }
    : service;
}

/** Every command of Terraform asks for the schema, which is large: one answer is written once. */
function writtenOnce({
  responseSerialize: write,
}: ServiceDefinition[string]): Pick<ServiceDefinition[string], "responseSerialize"> {
  const written = new WeakMap<object, Buffer>();
  return {
    responseSerialize: (answer: object) => {
      const bytes = written.get(answer) ?? write(answer);
      written.set(answer, bytes);
      return bytes;
    },
  };
}
