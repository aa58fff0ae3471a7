const base = require("./jest.config.js");

/** Tests that need a program from outside npm: Terraform, a provider, a server, linters, a browser. */
/** @type {import("jest").Config} */
module.exports = {
  ...base,
  testMatch: ["<rootDir>/__tests__/{terraform,others}/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  collectCoverage: false,
};
