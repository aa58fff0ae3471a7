export { RepairedConfiguration } from "./repair";
export { shapeProblems, type ShapeProblem } from "./shape-problems";
