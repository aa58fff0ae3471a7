import { describeApplied } from "./applied";

describeApplied("every kind and option, the function and a stack set");
