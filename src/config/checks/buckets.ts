import type { Problem, ProblemPath } from "../problem";

const form = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const reserved =
  /\.\.|^\d+(\.\d+){3}$|^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/;

/**
 * Whether S3 accepts the name of a bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function checkBucketName(path: ProblemPath, value: string | undefined): readonly Problem[] {
  if (value === undefined || (form.test(value) && !reserved.test(value))) return [];
  const long = value.length > 63 ? `, this has ${value.length} characters` : "";
  return [
    {
      path,
      value,
      problem: `S3 does not accept this name for a bucket${long}`,
      allowed:
        "3 to 63 lower-case letters, digits, dots and hyphens, ending with a letter or digit",
      fix: "choose another name",
    },
  ];
}
