import {
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  GetFunctionEventInvokeConfigCommand,
  GetPolicyCommand,
  LambdaClient,
  type FunctionConfiguration,
} from "@aws-sdk/client-lambda";
import { parseArn } from "../../aws";
import type { FoundResource } from "../../coverage";
import type { Value, ValueObject } from "../../coverage/inventory/value";
import type { Here } from "../here";
import type { Service } from "../service";
import { foundAt, nothing, settle, type Facts } from "./found";
import { permissionsIn } from "./function-permissions";
import { functionFindings } from "./live-findings";

const lambda: Service<LambdaClient> = {
  prefix: "lambda",
  create: (settings) => new LambdaClient(settings),
};

/** A function, with who may invoke it and what becomes of what it fails at. */
export interface ReadFunction extends Facts {
  /** Role that it runs with. */
  readonly roleArns: readonly string[];
}

const noFunction: ReadFunction = { ...nothing, roleArns: [] };

/** A function that a rule invokes; nothing where it does not exist, or is of another place. */
export async function readFunction(here: Here, arn: string): Promise<ReadFunction> {
  const { account, region, resource = "" } = parseArn(arn) ?? {};
  const [, name = ""] = resource.split(":");
  if (account !== here.place.account || region !== here.place.region) {
    return noFunction;
  }
  const configuration = await here.ask({
    service: lambda,
    operation: "GetFunctionConfiguration",
    send: (client) => client.send(new GetFunctionConfigurationCommand({ FunctionName: name })),
    result: (answer) => (answer.CodeSha256 === undefined ? undefined : answer),
  });
  if (configuration.state === "missing") return noFunction;
  const basics = { arn, function_name: name };
  const values = settle<FunctionConfiguration, ValueObject>(configuration, {
    known: configured,
    missing: () => ({}),
    notKnown: (lost) => ({ runtime: lost, source_code_hash: lost }),
  });
  const reserved = settle<number, Value>(
    await here.ask({
      service: lambda,
      operation: "GetFunctionConcurrency",
      send: (client) => client.send(new GetFunctionConcurrencyCommand({ FunctionName: name })),
      // Lambda leaves it out where none is reserved.
      result: ({ ReservedConcurrentExecutions: reserved = -1 }) => reserved,
    }),
    { known: (number) => number, missing: () => -1, notKnown: (lost) => lost },
  );
  const lambdaFunction = foundAt(here, "aws_lambda_function", name, {
    ...basics,
    ...values,
    reserved_concurrent_executions: reserved,
  });
  return {
    findings:
      configuration.state === "known" ? functionFindings(lambdaFunction, configuration.value) : [],
    resources: [
      lambdaFunction,
      ...(await permissions(here, name)),
      ...(await invocations(here, name)),
    ],
    roleArns:
      configuration.state === "known" && configuration.value.Role !== undefined
        ? [configuration.value.Role]
        : [],
  };
}

function configured(found: FunctionConfiguration): ValueObject {
  const { SnapStart: snap, VpcConfig: vpc, DeadLetterConfig: dead } = found;
  return {
    role: found.Role,
    runtime: found.Runtime,
    handler: found.Handler,
    timeout: found.Timeout,
    memory_size: found.MemorySize,
    source_code_hash: found.CodeSha256,
    package_type: found.PackageType,
    kms_key_arn: found.KMSKeyArn,
    ...(found.Environment && { environment: [{ variables: found.Environment.Variables ?? {} }] }),
    layers: found.Layers?.map(({ Arn }) => Arn),
    ...(found.FileSystemConfigs?.length && { file_system_config: [{ set: true }] }),
    ...(found.ImageConfigResponse && { image_config: [{ set: true }] }),
    ...(dead?.TargetArn && { dead_letter_config: [{ target_arn: dead.TargetArn }] }),
    ...(snap?.ApplyOn && snap.ApplyOn !== "None" && { snap_start: [{ apply_on: snap.ApplyOn }] }),
    ...(vpc?.VpcId && { vpc_config: [{ vpc_id: vpc.VpcId }] }),
    ...(found.TenancyConfig && { tenancy_config: [{ set: true }] }),
    ...(found.DurableConfig && { durable_config: [{ set: true }] }),
    ...(found.CapacityProviderConfig && { capacity_provider_config: [{ set: true }] }),
  };
}

async function permissions(here: Here, name: string): Promise<readonly FoundResource[]> {
  const policy = await here.ask({
    service: lambda,
    operation: "GetPolicy",
    send: (client) => client.send(new GetPolicyCommand({ FunctionName: name })),
    result: ({ Policy }) => Policy,
  });
  const type = "aws_lambda_permission";
  const found = settle<string, readonly ValueObject[]>(policy, {
    known: permissionsIn,
    missing: () => [],
    notKnown: (lost) => [{ statement_id: "?", action: lost, principal: lost }],
  });
  return found.map((values, at) =>
    foundAt(here, type, `${name}/${at + 1}`, { function_name: name, ...values }),
  );
}

async function invocations(here: Here, name: string): Promise<readonly FoundResource[]> {
  const type = "aws_lambda_function_event_invoke_config";
  const answer = await here.ask({
    service: lambda,
    operation: "GetFunctionEventInvokeConfig",
    send: (client) => client.send(new GetFunctionEventInvokeConfigCommand({ FunctionName: name })),
    result: (config) => (config.FunctionArn === undefined ? undefined : config),
  });
  const found = (values: ValueObject) => [
    foundAt(here, type, name, { function_name: name, ...values }),
  ];
  return settle(answer, {
    known: ({ MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig }) => {
      const destination = DestinationConfig?.OnFailure?.Destination;
      return found({
        maximum_retry_attempts: MaximumRetryAttempts,
        maximum_event_age_in_seconds: MaximumEventAgeInSeconds,
        ...(destination && { destination_config: [{ on_failure: [{ destination }] }] }),
      });
    },
    missing: () => [],
    notKnown: (lost) => found({ destination_config: lost }),
  });
}
