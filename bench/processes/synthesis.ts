/** What one process measured of its synthesis. */
export interface Synthesis {
  /** Milliseconds to load the modules. */
  readonly importMs: number;
  /** Milliseconds to build the app and write its stacks. */
  readonly synthMs: number;
  /** The same in time of the processor, all threads, which other processes disturb less. */
  readonly cpuMs: number;
  /** The most memory that the process held. */
  readonly peakBytes: number;
}
