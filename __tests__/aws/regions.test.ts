import {
  consoleDomain,
  defaultRegions,
  findRegion,
  globalRegion,
  optInRegions,
  partitions,
  regions,
} from "../../src/aws";
import { partitionOfNewRegion, partitionOfRegion } from "../../src/aws/regions";

describe("regions", () => {
  test("of AWS are 17 by default", () => {
    expect(defaultRegions("aws")).toEqual([
      "ap-northeast-1",
      "ap-northeast-2",
      "ap-northeast-3",
      "ap-south-1",
      "ap-southeast-1",
      "ap-southeast-2",
      "ca-central-1",
      "eu-central-1",
      "eu-north-1",
      "eu-west-1",
      "eu-west-2",
      "eu-west-3",
      "sa-east-1",
      "us-east-1",
      "us-east-2",
      "us-west-1",
      "us-west-2",
    ]);
  });

  test("of AWS that need an opt-in are 17 at least, none of them a default one", () => {
    const optIn = optInRegions("aws");
    expect(optIn.length).toBeGreaterThanOrEqual(17);
    expect(optIn).toEqual(expect.arrayContaining(["af-south-1", "eu-south-1", "me-central-1"]));
    expect(optIn.filter((region) => defaultRegions("aws").includes(region))).toEqual([]);
  });

  test("of the other partitions are two each, without opt-in", () => {
    expect(defaultRegions("aws-us-gov")).toEqual(["us-gov-east-1", "us-gov-west-1"]);
    expect(defaultRegions("aws-cn")).toEqual(["cn-north-1", "cn-northwest-1"]);
    expect([...optInRegions("aws-us-gov"), ...optInRegions("aws-cn")]).toEqual([]);
  });

  test("are sorted, each once", () => {
    const names = regions.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].sort());
  });

  test.each([
    ["ap-south-9", "aws"],
    ["cn-south-1", "aws-cn"],
    ["us-gov-north-1", "aws-us-gov"],
    ["us-isox-east-1", undefined],
    ["eu-central-1", undefined],
    ["us-iso-east-1", undefined],
    ["eu-central-9a", undefined],
    ["eu-central", undefined],
  ])("%s, if AWS opened it since, is in the partition %s", (name, partition) => {
    expect(partitionOfNewRegion(name)).toBe(partition);
  });

  test("are found by their code", () => {
    expect(findRegion("eu-south-1")).toEqual({
      name: "eu-south-1",
      partition: "aws",
      optIn: true,
    });
    expect(findRegion("us-gov-west-1")?.partition).toBe("aws-us-gov");
    expect(findRegion("eu-centrall-1")).toBeUndefined();
    expect(partitionOfRegion("us-gov-west-1")).toBe("aws-us-gov");
    expect(partitionOfRegion("eu-centrall-1")).toBe("aws");
  });

  test("of partitions that cannot be generated for are not known", () => {
    expect(findRegion("us-iso-east-1")).toBeUndefined();
  });
});

describe("each partition", () => {
  test.each(partitions)("%s has a region of its own for IAM, and a console", (partition) => {
    expect(findRegion(globalRegion(partition))).toMatchObject({ partition, optIn: false });
    expect(consoleDomain(partition)).toMatch(/^console\./);
  });
});
