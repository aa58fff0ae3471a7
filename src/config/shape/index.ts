export { RepairedConfiguration } from "./repair";
export { configurationSchema } from "./schema";
export { shapeProblems, type ShapeProblem } from "./shape-problems";
