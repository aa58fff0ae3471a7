import type { Backend } from "../config/props";
import { defaults } from "./defaults";

type Of<T extends Backend["type"]> = Extract<Backend, { readonly type: T }>;

/** Where Terraform keeps the state of each stack, nothing left open. */
export type BackendPlan =
  | Of<"local" | "cloud">
  | ((Of<"s3" | "gcs"> | (Of<"azurerm"> & { readonly azureAd: boolean })) & {
      readonly keyPrefix: string;
    })
  | Required<Of<"http">>;

/** The backend of a configuration. */
export function resolveBackend(
  backend: Backend = { type: "local" },
  namePrefix: string,
): BackendPlan {
  switch (backend.type) {
    case "local":
    case "cloud":
      return backend;
    case "s3":
    case "gcs":
      return { ...backend, keyPrefix: backend.keyPrefix ?? namePrefix };
    case "azurerm":
      return {
        ...backend,
        keyPrefix: backend.keyPrefix ?? namePrefix,
        azureAd: backend.azureAd ?? defaults.azureAd,
      };
    case "http":
      return { ...backend, locking: backend.locking ?? defaults.stateLocking };
  }
}
