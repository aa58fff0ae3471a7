import { findRegion, regions } from "../../aws";
import { nearest, type Problem, type ProblemPath } from "../problem";
import { checkBucketName } from "./buckets";
import type { ConfigurationDraft } from "./draft";

function checkStateRegion(value: string | undefined): readonly Problem[] {
  if (value === undefined || findRegion(value)) return [];
  const meant = nearest(
    value,
    regions.map(({ name }) => name),
  );
  return [
    {
      path: ["backend", "region"],
      value,
      problem: "AWS has no region of this name",
      allowed: "the region of the state bucket, such as eu-central-1",
      fix: meant === undefined ? "correct the region" : `did you mean ${meant}?`,
    },
  ];
}

function checkForm(
  path: ProblemPath,
  value: string | undefined,
  form: RegExp,
  allowed: string,
): readonly Problem[] {
  if (value === undefined || form.test(value)) return [];
  const problem = value === "" ? "this is empty" : "this is not of the form it must have";
  return [{ path, value, problem, allowed, fix: "correct it, or use backend: { type: local }" }];
}

/** Where the state is kept. */
export function checkBackend({ backend }: ConfigurationDraft): readonly Problem[] {
  if (backend?.type === "s3") {
    return [
      ...checkStateRegion(backend.region),
      ...checkBucketName(["backend", "bucket"], backend.bucket),
      ...checkForm(
        ["backend", "keyPrefix"],
        backend.keyPrefix,
        /^[\w.-]+(\/[\w.-]+)*$/,
        "letters, digits, dots, hyphens and underscores, with a slash between folders only",
      ),
    ];
  }
  if (backend?.type === "cloud") {
    return [
      ...checkForm(
        ["backend", "organization"],
        backend.organization,
        /^[\w-]{1,40}$/,
        "1 to 40 letters, digits, hyphens and underscores",
      ),
      ...checkForm(
        ["backend", "hostname"],
        backend.hostname,
        /^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i,
        "a host name without https://, such as app.terraform.io",
      ),
    ];
  }
  return [];
}
