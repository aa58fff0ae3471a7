import { GetBucketLocationCommand, GetBucketPolicyCommand, S3Client } from "@aws-sdk/client-s3";
import type { FoundResource } from "../../coverage";
import type { Here } from "../here";
import type { Service } from "../service";
import { foundAt, settle } from "./found";

const s3: Service<S3Client> = {
  prefix: "s3",
  // A bucket's name may hold dots, which no certificate covers.
  create: (settings) =>
    new S3Client({ ...settings, forcePathStyle: true, followRegionRedirects: true }),
};

/** A bucket of log files with its policy; nothing where it does not exist. */
export async function readBucket(here: Here, name: string): Promise<readonly FoundResource[]> {
  const location = await here.ask({
    service: s3,
    operation: "GetBucketLocation",
    send: (client) => client.send(new GetBucketLocationCommand({ Bucket: name })),
    // S3 leaves it out for its first region.
    result: ({ LocationConstraint: region }) =>
      region === "EU" ? "eu-west-1" : (region ?? "us-east-1"),
  });
  if (location.state === "missing") return [];
  const policy = await here.ask({
    service: s3,
    operation: "GetBucketPolicy",
    send: (client) => client.send(new GetBucketPolicyCommand({ Bucket: name })),
    result: ({ Policy }) => Policy,
  });
  const region = location.state === "known" ? location.value : here.place.region;
  const placed = { ...here.place, region };
  const at = { place: placed } as const;
  const type = "aws_s3_bucket_policy";
  return [
    foundAt(at, "aws_s3_bucket", name, { bucket: name }),
    ...settle(policy, {
      known: (text) => [foundAt(at, type, name, { bucket: name, policy: text })],
      missing: () => [],
      notKnown: (lost) => [foundAt(at, type, name, { bucket: name, policy: lost })],
    }),
  ];
}
