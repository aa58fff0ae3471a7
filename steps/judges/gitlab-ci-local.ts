import { join } from "node:path";
import { PinnedPackages } from "./pinned-packages";

const packages = new PinnedPackages("gitlab-ci-local");
const script = "gitlab-ci-local/src/index.js";

/** A reader of GitLab's pipelines, which holds them against GitLab's schema. */
export interface GitLabCiLocal {
  /** Path of its script for Node.js. */
  readonly script: string;
}

/** The reader, or why it is missing, in a line. */
export function findGitLabCiLocal(
  cache: string,
): (GitLabCiLocal & { readonly version: string }) | string {
  const installed = packages.installed(cache, script);
  if (typeof installed === "string") return installed;
  return { script: join(installed.modules, script), version: packages.version };
}
