import { describeApplied } from "./applied";

describeApplied("an existing trail in GovCloud");
