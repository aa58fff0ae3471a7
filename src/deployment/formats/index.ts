import { atlantis } from "./atlantis";
import type { Format } from "./format";
import { github } from "./github";
import { gitlab } from "./gitlab";
import { json } from "./json";
import { spacelift } from "./spacelift";

/** Engines that read one file, in the order of the help. */
export const formats: readonly Format[] = [json, github, gitlab, atlantis, spacelift];
