import { applyResource } from "./apply";
import { planResource } from "./plan";
import { problem, type ProviderRequest } from "./protocol";
import { scopeOf, scopeProblem, type ProviderScope } from "./provider-scope";
import { providerSchema } from "./provider-schema";
import { DeploymentRecord } from "./record";
import { resourceSchema } from "./resource-schema";
import { schemaToWire, type Block } from "./schema";
import { isObject, type TfValue } from "./values";
import { decodeValue, encodeValue } from "./wire";

/** One call of Terraform: the answer to a request that came over the connection `peer`. */
type Method = (request: ProviderRequest, peer: string) => object;

/** What the stand-in answers to each call of Terraform, apart from how the calls travel. */
export class StandInProvider {
  readonly record = new DeploymentRecord();
  readonly #types = new Set<string>();
  readonly #scopes = new Map<string, ProviderScope>();
  #schemas: object | undefined;

  /** Loads the schemas of these resource types (`aws_sqs_queue`) and data sources (`data.aws_region`). */
  serve(types: Iterable<string>): void {
    for (const type of types) this.#types.add(type);
    this.#schemas = undefined;
  }

  readonly methods: Readonly<Record<string, Method>> = {
    // One object until there are more types, so that it is written once.
    GetProviderSchema: () =>
      (this.#schemas ??= {
        provider: schemaToWire(providerSchema()),
        resource_schemas: this.#schemasOf("resources"),
        data_source_schemas: this.#schemasOf("data sources"),
        server_capabilities: { get_provider_schema_optional: true },
      }),
    // Terraform itself has checked the configuration against the schema before these three.
    ValidateProviderConfig: () => ({}),
    ValidateResourceConfig: () => ({}),
    ValidateDataResourceConfig: () => ({}),
    StopProvider: () => ({}),
    ConfigureProvider: ({ config }, peer) => {
      const settings = decodeValue(config);
      // Terraform opens one connection for each provider configuration.
      this.#scopes.set(peer, scopeOf(settings));
      const refusal = scopeProblem(settings);
      return refusal === undefined ? {} : problem("Invalid provider configuration", refusal);
    },
    UpgradeResourceState: ({ type_name, raw_state }) => ({
      upgraded_state: encodeValue(storedState(raw_state?.json, this.#schema(type_name))),
    }),
    ReadResource: ({ current_state }) => ({ new_state: current_state }),
    ReadDataSource: ({ type_name }) =>
      problem(
        "Data source not available",
        `the stand-in provider does not answer ${type_name}: compute the value instead of asking AWS`,
      ),
    PlanResourceChange: (request, peer) => {
      const { planned, replace } = planResource({
        type: request.type_name,
        schema: this.#schema(request.type_name),
        scope: this.#scope(peer),
        prior: decodeValue(request.prior_state),
        proposed: decodeValue(request.proposed_new_state),
        config: decodeValue(request.config),
      });
      return {
        planned_state: encodeValue(planned),
        requires_replace: replace.map((name) => ({ steps: [{ attribute_name: name }] })),
      };
    },
    ApplyResourceChange: (request, peer) => {
      const state = applyResource(
        {
          type: request.type_name,
          schema: this.#schema(request.type_name),
          scope: this.#scope(peer),
          prior: decodeValue(request.prior_state),
          planned: decodeValue(request.planned_state),
        },
        this.record,
      );
      return { new_state: encodeValue(state) };
    },
  };

  #schemasOf(kind: "resources" | "data sources"): Record<string, object> {
    const data = kind === "data sources";
    const schemas: Record<string, object> = {};
    for (const type of this.#types) {
      // A type that the provider doesn't have is for Terraform to refuse.
      const schema = type.startsWith("data.") === data ? resourceSchema(type) : undefined;
      if (schema) schemas[type.replace(/^data\./, "")] = schemaToWire(schema);
    }
    return schemas;
  }

  #schema(type: string): Block {
    const schema = resourceSchema(type);
    if (schema === undefined) throw new Error(`unknown resource type: ${type}`);
    return schema;
  }

  #scope(peer: string): ProviderScope {
    const scope = this.#scopes.get(peer);
    if (scope === undefined) throw new Error(`no provider was configured over ${peer}`);
    return scope;
  }
}

/** The state file's JSON as a value of the schema: attributes that it lacks are null. */
function storedState(json: Uint8Array | undefined, schema: Block): TfValue {
  // Edge: Terraform wrote this JSON.
  const stored = JSON.parse(Buffer.from(json ?? []).toString() || "null") as TfValue;
  if (!isObject(stored)) return stored;
  const absent = schema.attributes.map(({ name }) => [name, null] as const);
  return { ...Object.fromEntries(absent), ...stored };
}
