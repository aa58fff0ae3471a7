import { shownRecipient } from "../../../aws/shown-endpoint";
import { endpointOf } from "../../resource-index";

/** A resource that a change takes away, makes anew, renames or leaves behind. */
export interface PlannedLoss {
  /** What the plan is called, as a rule after its stack. */
  readonly plan: string;
  readonly address: string;
  readonly type: string;
  /**
   * - `forget`: Terraform lets go of it, it stays in AWS
   * - `move`: it is created anew in another account or region; the old one is destroyed or left behind
   * - `strand`: no state knows it any more, it stays in AWS unless it is destroyed first
   */
  readonly action: "destroy" | "replace" | "forget" | "rename" | "move" | "strand";
  /** Name in AWS, where the resource has one. */
  readonly name?: string;
  /** What becomes of the name. */
  readonly nameAfter:
    | { readonly fate: "kept" }
    /** The same name is created at another address, of another stack where one is named. */
    | { readonly fate: "moved"; readonly address: string; readonly stack?: string }
    | { readonly fate: "changed"; readonly to: string }
    | { readonly fate: "gone" };
  /** Account and region, before and after, of what is created elsewhere. */
  readonly place?: { readonly before: string; readonly after: string };
  /** `path`: alerts pass it; `watch`: it watches the path, or protects what is recorded. @default - neither */
  readonly part?: "path" | "watch";
  /** `protocol:endpoint` of a subscription, before and after. */
  readonly recipient?: { readonly before?: string; readonly after?: string };
}

/** `protocol:endpoint` of a subscription as people read it; undefined for other resources. */
export function endpointIn(values: Readonly<Record<string, unknown>>): string | undefined {
  const { protocol } = values;
  const endpoint = endpointOf(values);
  return typeof protocol === "string" && endpoint !== undefined
    ? shownRecipient(protocol, endpoint)
    : undefined;
}

/** Whose subscription it was and is, where it is one. */
export function recipientOf(
  before: Readonly<Record<string, unknown>> | undefined,
  after: Readonly<Record<string, unknown>> | undefined,
): Pick<PlannedLoss, "recipient"> {
  const [was, is] = [before && endpointIn(before), after && endpointIn(after)];
  if (was === undefined && is === undefined) return {};
  return {
    recipient: {
      ...(was !== undefined && { before: was }),
      ...(is !== undefined && { after: is }),
    },
  };
}
