/** What a configuration asks for, as far as the coverage check compares with it. */
export interface ExpectedCoverage {
  /** Every account, with the regions it is to be covered in. */
  readonly accounts: readonly {
    readonly id: string;
    readonly name?: string;
    readonly regions: readonly string[];
  }[];
  /** Names of the kinds that somebody is to be told of. */
  readonly kinds: readonly string[];
  /**
   * Id of the organization, such as `o-a1b2c3d4e5`.
   * @default - what the policies of the trail's bucket say, else those of the bus
   */
  readonly organization?: string;
  /** Whether the configuration makes a trail. @default - not compared */
  readonly trail?: "create" | "existing";
  /** Every e-mail address that is to be told of something. @default - not compared */
  readonly recipients?: readonly string[];
}
