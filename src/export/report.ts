import { InexpressibleError } from "./hcl/inexpressible-error";

/** Something that cannot be exported. */
export interface ExportProblem {
  /** Stack, and the address in it as far as it is known. */
  readonly place: string;
  /** A clause. */
  readonly problem: string;
  /** Whether HCL is what stands against it: as JSON, the stack is Terraform as it is. */
  readonly ofHcl?: boolean;
}

/** Says what cannot be expressed of the block that is being written. */
export type Report = (problem: string) => void;

/** Reports for an address of a stack. */
export type ReportAt = (address: string) => Report;

/** What `write` gives; where that cannot be expressed, it is reported, and `otherwise` stands for it. */
export function orReport<T>(report: Report, otherwise: T, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof InexpressibleError)) throw error;
    report(error.message);
    return otherwise;
  }
}
