/** The look of the page: system fonts, colours for light and dark. */
export const style = `
:root { color-scheme: light dark; --page: #fff; --text: #1b1f24; --soft: #57606a; --line: #d0d7de;
  --panel: #f6f8fa; --focus: #0550ae; --covered: #d3f0da; --covered-text: #0a5127;
  --critical: #a40e26; --critical-text: #fff; --high: #bc4c00; --high-text: #fff;
  --medium: #f2cc60; --medium-text: #3b2300; --low: #cfe3fb; --low-text: #0a3069; }
@media (prefers-color-scheme: dark) { :root { --page: #0d1117; --text: #e6edf3; --soft: #9aa4af;
  --line: #30363d; --panel: #161b22; --focus: #79c0ff; --covered: #10351d; --covered-text: #8ddb9f;
  --critical: #ff7b72; --critical-text: #2d0002; --high: #f0883e; --high-text: #2b1100;
  --medium: #7d5a00; --medium-text: #fff3d0; --low: #123a66; --low-text: #cfe6ff; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 1.25rem; background: var(--page); color: var(--text);
  font: 15px/1.45 system-ui, sans-serif; }
h1 { font-size: 1.35rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
p { margin: .25rem 0 .75rem; } .soft { color: var(--soft); }
.legend span { display: inline-block; margin-right: 1rem; white-space: nowrap; }
.legend b { display: inline-block; min-width: 1.7em; text-align: center; border-radius: 4px; }
select { font: inherit; padding: .2rem .4rem; }
.map { overflow: auto; max-height: 75vh; border: 1px solid var(--line); border-radius: 6px; }
table { border-collapse: separate; border-spacing: 2px; }
th { font-weight: 500; text-align: left; background: var(--page); }
thead th { position: sticky; top: 0; z-index: 2; vertical-align: bottom; padding: .3rem 0;
  text-align: center; }
thead th span { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; }
tbody th { position: sticky; left: 0; z-index: 1; padding: 0 .75rem; white-space: nowrap;
  max-width: 22rem; overflow: hidden; text-overflow: ellipsis; }
thead th:first-child { left: 0; z-index: 3; padding: .3rem .75rem; text-align: left; }
#findings { max-height: 14rem; overflow: auto; }
td { min-width: 2.3rem; height: 1.8rem; text-align: center; border-radius: 4px; }
td[tabindex] { cursor: pointer; }
td:focus, summary:focus-visible, select:focus-visible, button:focus-visible, #trace:focus-visible {
  outline: 3px solid var(--focus); outline-offset: 1px; }
td[aria-selected=true] { box-shadow: inset 0 0 0 2px var(--text); }
.covered { background: var(--covered); color: var(--covered-text); }
.critical { background: var(--critical); color: var(--critical-text); font-weight: 600; }
.high { background: var(--high); color: var(--high-text); font-weight: 600; }
.medium { background: var(--medium); color: var(--medium-text); }
.low, .info { background: var(--low); color: var(--low-text); }
#trace { margin-top: 1.25rem; padding: 1rem; background: var(--panel); border: 1px solid var(--line);
  border-radius: 6px; }
details { border-top: 1px solid var(--line); padding: .4rem 0; } summary { cursor: pointer; }
summary b { display: inline-block; min-width: 1.7em; text-align: center; border-radius: 4px; }
code { font: 13px ui-monospace, monospace; color: var(--soft); overflow-wrap: anywhere; }
pre { font: 13px/1.4 ui-monospace, monospace; background: var(--page); border: 1px solid var(--line);
  border-radius: 6px; padding: .75rem; white-space: pre-wrap; overflow-wrap: anywhere; }
li { margin: .2rem 0; overflow-wrap: anywhere; } ol, ul { margin: .4rem 0; padding-left: 1.6rem; }
`;
