import type { Stop } from "../trace-result";
import { listIn, objectIn, type Json } from "../../json/value";
import type { StackDocument } from "./stack-document";

function finding(stack: string, address: string, names: readonly string[]): Stop {
  return {
    name: "provisioner",
    resource: { stack, address },
    reason: `it runs ${names.join(", ")} at the apply: what that changes is not understood by this check`,
  };
}

/** Resources that run a command when they are made or destroyed: it may change any other. */
export function provisioners({ name: stack, document }: StackDocument): readonly Stop[] {
  return Object.entries(objectIn(document["resource"])).flatMap(([type, resources]) =>
    Object.entries(objectIn(resources)).flatMap(([name, bodies]) => {
      const made = listIn(bodies).flatMap((body) => listIn(objectIn(body)["provisioner"]));
      const names = made.flatMap((provisioner) => Object.keys(objectIn(provisioner)));
      return names.length === 0 ? [] : [finding(stack, `${type}.${name}`, names)];
    }),
  );
}

/** The same in a plan, which holds the configuration that it was made of; a state holds none. */
export function plannedProvisioners(stack: string, plan: Json): readonly Stop[] {
  return inModule(stack, objectIn(objectIn(plan["configuration"])["root_module"]), "");
}

function inModule(stack: string, module: Json, path: string): readonly Stop[] {
  const own = listIn(module["resources"])
    .map(objectIn)
    .flatMap(({ address, provisioners: made }) => {
      const names = listIn(made).map((provisioner) => String(objectIn(provisioner)["type"]));
      return names.length === 0 ? [] : [finding(stack, `${path}${String(address)}`, names)];
    });
  const inner = Object.entries(objectIn(module["module_calls"])).flatMap(([name, call]) =>
    inModule(stack, objectIn(objectIn(call)["module"]), `${path}module.${name}.`),
  );
  return [...own, ...inner];
}
