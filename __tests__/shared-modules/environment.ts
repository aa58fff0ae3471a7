import { AsyncLocalStorage } from "node:async_hooks";
import { createRequire } from "node:module";
import { join } from "node:path";
import vm from "node:vm";
import type { JestEnvironment, JestEnvironmentConfig } from "@jest/environment";
import { ModernFakeTimers } from "@jest/fake-timers";
import { ModuleMocker } from "jest-mock";
import { loadTypeScript } from "./load";

const packages = join(__dirname, "../../node_modules/");

// Jest asks for a context of node:vm. This one stands for the one that Node itself runs in.
const here: vm.Context = {};
const compile = vm.compileFunction;
vm.compileFunction = (code, parameters, options) =>
  compile(
    code,
    parameters,
    options?.parsingContext === here ? { filename: options.filename } : options,
  );

// Jest's runner makes a store in each test file. As long as it is not switched off, Node hands it on with
// each promise of the files after it: with a hundred files that is a fifth of the time.
const stores = new Set<AsyncLocalStorage<unknown>>();
const run = Reflect.get(AsyncLocalStorage.prototype, "run") as (...given: unknown[]) => unknown;
Reflect.set(
  AsyncLocalStorage.prototype,
  "run",
  function (this: AsyncLocalStorage<unknown>, ...given: unknown[]) {
    stores.add(this);
    return run.apply(this, given);
  },
);

// What Jest's runner keeps of a test file: its state, and its listeners, to which it adds some for each
// file. Those of the files before would hear of each test as well, and tell Jest of it once more. Both
// hold all modules that their file loaded.
const keptByRunner = ["EVENT_HANDLERS", "JEST_STATE_SYMBOL"];

/** cdktf keeps each token that it ever made here, and by it every stack. */
interface TokenMap {
  readonly stringTokenMap: Map<string, unknown>;
  readonly numberTokenMap: Map<number, unknown>;
}

/** Node's own, not Jest's. */
const fromWorker = createRequire(__filename);
const mark = "signin-alerts.shared-modules";

/**
 * Runs test files in one context, with the modules that the worker loaded for those before. Jest gives
 * each file a context of its own, where each module is read, compiled and warmed up anew.
 *
 * What a file changes in globals, the next one would see: the environment and timers are put back here,
 * anything else by the file. One that replaces modules of the project asks for its own ones, with
 * `@jest-environment-options {"ownModules": true}`. With CI=true, or where Jest watches, every file has its own.
 */
export default class SharedModulesEnvironment implements JestEnvironment {
  readonly global = globalThis as unknown as JestEnvironment["global"];
  readonly moduleMocker = new ModuleMocker(globalThis);
  readonly fakeTimers = null;
  readonly fakeTimersModern: ModernFakeTimers;
  private readonly ownModules: boolean;
  private readonly variables = { ...process.env };
  private readonly exit = Reflect.get(process, "exit");
  private context: vm.Context | null = here;

  constructor({ projectConfig, globalConfig }: JestEnvironmentConfig) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    this.ownModules =
      process.env["CI"] === "true" ||
      // A module may have changed since it was loaded.
      globalConfig.watch ||
      globalConfig.watchAll ||
      projectConfig.testEnvironmentOptions["ownModules"] === true;
  }

  setup(): Promise<void> {
    loadTypeScript();
    Error.stackTraceLimit = 100;
    const shared = {
      has: (file: string) => !this.ownModules || file.startsWith(packages),
      load: (file: string): unknown => fromWorker(file),
    };
    Object.assign(globalThis, { [mark]: shared });
    return Promise.resolve();
  }

  handleTestEvent({ name }: { readonly name: string }): void {
    // Jest itself looks at the clock after the last test.
    if (name === "run_finish") this.fakeTimersModern.useRealTimers();
  }

  teardown(): Promise<void> {
    this.fakeTimersModern.dispose();
    for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, this.variables);
    // Jest's runner put one of its own around it, which holds what the file loaded.
    process.exit = this.exit;
    // With CI=true: counted for each file.
    Reflect.deleteProperty(globalThis, "__coverage__");
    const tokens = Reflect.get(globalThis, "__cdktfTokenMap") as TokenMap | undefined;
    tokens?.stringTokenMap.clear();
    tokens?.numberTokenMap.clear();
    for (const key of Object.getOwnPropertySymbols(globalThis))
      if (keptByRunner.includes(key.description ?? "")) Reflect.deleteProperty(globalThis, key);
    for (const store of stores) store.disable();
    stores.clear();
    this.context = null;
    return Promise.resolve();
  }

  exportConditions(): string[] {
    return ["node", "node-addons"];
  }

  getVmContext(): vm.Context | null {
    return this.context;
  }
}
