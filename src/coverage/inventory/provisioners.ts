import { listIn, objectIn, type Json } from "../../json/value";
import { finding, type Finding } from "../finding";
import type { StackDocument } from "./stack-document";

function runs(stack: string, address: string, names: readonly string[]): Finding {
  return finding("not-analyzed-provisioner", { stack, address }, names.join(", "));
}

/** Resources that run a command when they are made or destroyed: it may change any other. */
export function provisioners({ name: stack, document }: StackDocument): readonly Finding[] {
  return Object.entries(objectIn(document["resource"])).flatMap(([type, resources]) =>
    Object.entries(objectIn(resources)).flatMap(([name, bodies]) => {
      const made = listIn(bodies).flatMap((body) => listIn(objectIn(body)["provisioner"]));
      const names = made.flatMap((provisioner) => Object.keys(objectIn(provisioner)));
      return names.length === 0 ? [] : [runs(stack, `${type}.${name}`, names)];
    }),
  );
}

/** The same in a plan, which holds the configuration that it was made of; a state holds none. */
export function plannedProvisioners(stack: string, plan: Json): readonly Finding[] {
  return inModule(stack, objectIn(objectIn(plan["configuration"])["root_module"]), "");
}

function inModule(stack: string, module: Json, path: string): readonly Finding[] {
  const own = listIn(module["resources"])
    .map(objectIn)
    .flatMap(({ address, provisioners: made }) => {
      const names = listIn(made).map((provisioner) => String(objectIn(provisioner)["type"]));
      return names.length === 0 ? [] : [runs(stack, `${path}${String(address)}`, names)];
    });
  const inner = Object.entries(objectIn(module["module_calls"])).flatMap(([name, call]) =>
    inModule(stack, objectIn(objectIn(call)["module"]), `${path}module.${name}.`),
  );
  return [...own, ...inner];
}
