const Sequencer = require("@jest/test-sequencer").default;

/** Suites that apply stacks: they wait for the provider while others work. */
const waits =
  /others[\\/](live|real-provider)[\\/].*(answers|same-coverage|applied|every-configuration)/;

/** Jest's sequencer: what waits longest starts first, so that nothing is left to wait for at the end. */
module.exports = class extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => (waits.test(path) ? 0 : 1);
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
};
