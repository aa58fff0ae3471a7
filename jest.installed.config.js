const base = require("./jest.config.js");

/** Tests of what a user installs: the packed package, the examples, the template, programs in the pages. */
/** @type {import("jest").Config} */
module.exports = {
  ...base,
  testMatch: ["<rootDir>/__tests__/{package,examples,template}/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  collectCoverage: false,
};
