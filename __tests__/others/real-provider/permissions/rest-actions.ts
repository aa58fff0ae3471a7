/** The settings of a bucket by the parameter of the request: what reading, and what writing or deleting it is. */
const settings: Readonly<Record<string, readonly [reading: string, writing: string]>> = {
  accelerate: ["GetAccelerateConfiguration", "PutAccelerateConfiguration"],
  acl: ["GetBucketAcl", "PutBucketAcl"],
  cors: ["GetBucketCORS", "PutBucketCORS"],
  encryption: ["GetEncryptionConfiguration", "PutEncryptionConfiguration"],
  lifecycle: ["GetLifecycleConfiguration", "PutLifecycleConfiguration"],
  location: ["GetBucketLocation", "GetBucketLocation"],
  logging: ["GetBucketLogging", "PutBucketLogging"],
  "object-lock": ["GetBucketObjectLockConfiguration", "PutBucketObjectLockConfiguration"],
  ownershipControls: ["GetBucketOwnershipControls", "PutBucketOwnershipControls"],
  policy: ["GetBucketPolicy", "PutBucketPolicy"],
  publicAccessBlock: ["GetBucketPublicAccessBlock", "PutBucketPublicAccessBlock"],
  replication: ["GetReplicationConfiguration", "PutReplicationConfiguration"],
  requestPayment: ["GetBucketRequestPayment", "PutBucketRequestPayment"],
  tagging: ["GetBucketTagging", "PutBucketTagging"],
  versioning: ["GetBucketVersioning", "PutBucketVersioning"],
  versions: ["ListBucketVersions", "ListBucketVersions"],
  website: ["GetBucketWebsite", "PutBucketWebsite"],
};

/**
 * The action of a request to Amazon S3.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export function s3Action(method: string, url: URL): string {
  if (method === "DELETE" && url.searchParams.has("policy")) return "s3:DeleteBucketPolicy";
  const setting = Object.keys(settings).find((name) => url.searchParams.has(name));
  const found = settings[setting ?? ""];
  if (found) return `s3:${found[method === "GET" ? 0 : 1]}`;
  const ofBucket = { PUT: "CreateBucket", DELETE: "DeleteBucket" };
  return `s3:${method === "PUT" || method === "DELETE" ? ofBucket[method] : "ListBucket"}`;
}

/** The actions of AWS Lambda by the method and the end of the path. */
const functions: readonly (readonly [method: string, path: RegExp, action: string])[] = [
  ["POST", /\/functions\/?$/, "CreateFunction"],
  ["PUT", /\/code$/, "UpdateFunctionCode"],
  ["PUT", /\/configuration$/, "UpdateFunctionConfiguration"],
  ["GET", /\/configuration$/, "GetFunctionConfiguration"],
  ["GET", /\/versions$/, "ListVersionsByFunction"],
  ["GET", /\/code-signing-config$/, "GetFunctionCodeSigningConfig"],
  ["GET", /\/event-invoke-config$/, "GetFunctionEventInvokeConfig"],
  ["PUT", /\/event-invoke-config$/, "PutFunctionEventInvokeConfig"],
  ["POST", /\/event-invoke-config$/, "UpdateFunctionEventInvokeConfig"],
  ["DELETE", /\/event-invoke-config$/, "DeleteFunctionEventInvokeConfig"],
  ["GET", /\/policy$/, "GetPolicy"],
  ["POST", /\/policy$/, "AddPermission"],
  ["DELETE", /\/policy\/[^/]+$/, "RemovePermission"],
  ["GET", /\/tags\//, "ListTags"],
  ["POST", /\/tags\//, "TagResource"],
  ["DELETE", /\/tags\//, "UntagResource"],
  ["GET", /\/functions\/[^/]+$/, "GetFunction"],
  ["DELETE", /\/functions\/[^/]+$/, "DeleteFunction"],
];

/** The action of a request to AWS Lambda. */
export function lambdaAction(method: string, { pathname }: URL): string {
  const found = functions.find(([of, path]) => of === method && path.test(pathname));
  return `lambda:${found?.[2] ?? `${method} ${pathname}`}`;
}
