import { partitionOfRegion } from "../aws/regions";
import { isOfKind, placeSample, samplesOf, type AlertKind, type EventEnvelope } from "../catalog";
import { Cache, Names } from "../cache";

const kindNames = new Names();
// Of the forty kinds, in ten thousand regions of accounts.
const samples = new Cache<readonly EventEnvelope[]>(400_000);

/** The samples of a kind, as they would be recorded in an account and region. */
export function samplesAt(
  account: string,
  region: string,
  kind: AlertKind,
): readonly EventEnvelope[] {
  return samples.get(`${kindNames.of(kind)} ${account} ${region}`, () =>
    samplesOf(kind)
      .map((sample) =>
        placeSample(sample, { account, region, partition: partitionOfRegion(region) }),
      )
      // Whoever is watched may have the name of somebody in a sample.
      .filter((sample) => isOfKind(kind, { ...sample })),
  );
}
