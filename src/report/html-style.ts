/**
 * Colours are decoration: every verdict is a word with a symbol first. Contrast is at least 4.5 to 1 in both schemes, which the
 * page's test measures in a browser.
 */
export const STYLE = `
:root { color-scheme: light dark; --text: #1c2128; --soft: #57606a; --page: #fff; --card: #f6f8fa; --line: #d0d7de;
  --pass: #116329; --regression: #a40e26; --inconclusive: #7d4e00; --invalid: #6e3fb0; --forbidden: #ffe3e0; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --soft: #9ea7b3; --page: #0d1117; --card: #161b22; --line: #30363d;
  --pass: #56d364; --regression: #ff938a; --inconclusive: #e3b341; --invalid: #d2a8ff; --forbidden: #4a1d1d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; color: var(--text); background: var(--page);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.3; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); } .gate h3 { margin: 1rem 0 0; font-size: 1rem; }
code, pre { font: 0.875em/1.5 ui-monospace, monospace; }
code { padding: 0.1em 0.3em; border-radius: 4px; background: var(--card); }
pre { margin: 0; padding: 0.75rem; max-height: 24rem; overflow: auto; white-space: pre-wrap; border: 1px solid var(--line);
  border-radius: 6px; background: var(--card); }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; } caption { text-align: left; color: var(--soft); }
th, td { padding: 0.35rem 0.75rem; border: 1px solid var(--line); text-align: left; font-weight: normal; vertical-align: top; }
th, td { overflow-wrap: normal; } tbody th { min-width: 11rem; } td code, th code, td:not(.number) { overflow-wrap: anywhere; } td:not(.number) { min-width: 7rem; } thead th { font-weight: 600; background: var(--card); } .number { text-align: right; } .short { white-space: nowrap; }
.wide { overflow-x: auto; margin: 0.75rem 0; }
summary { cursor: pointer; padding: 0.25rem 0; } .verdict { font-weight: 600; } td .verdict { white-space: nowrap; }
.gate { margin: 0.75rem 0; padding: 0.5rem 1rem; border: 1px solid var(--line); border-left: 0.4rem solid; border-radius: 6px; }
.gate.pass { border-left-color: var(--pass); } .verdict.pass { color: var(--pass); }
.gate.regression { border-left-color: var(--regression); } .verdict.regression { color: var(--regression); }
.gate.inconclusive { border-left-color: var(--inconclusive); } .verdict.inconclusive { color: var(--inconclusive); }
.gate.invalid { border-left-color: var(--invalid); } .verdict.invalid { color: var(--invalid); }
dl { display: grid; grid-template-columns: fit-content(40%) minmax(0, 1fr); gap: 0.15rem 1rem; margin: 0.25rem 0; } dt { color: var(--soft); } dd { margin: 0; }
ul { margin: 0.25rem 0; } .sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; }
pre + .side, pre + .sides, .sides + .side { margin-top: 0.5rem; } .side { margin: 0 0 0.25rem; color: var(--soft); }
figure { margin: 0.75rem 0; } svg { width: 100%; max-width: 26rem; font: 12px system-ui, sans-serif; fill: var(--text); }
figcaption { color: var(--soft); } .forbidden { fill: var(--forbidden); } .limit { stroke: var(--regression); stroke-width: 2; }
.axis { stroke: var(--soft); } .interval line { stroke: var(--text); stroke-width: 2.5; }
a { color: inherit; }
.rows { list-style: none; padding: 0; max-width: 60rem; } .rows li { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) minmax(0, 1fr); gap: 0.75rem; align-items: center; border-bottom: 1px solid var(--line); }
.rows svg { display: block; max-width: none; } .ends { display: flex; justify-content: space-between; color: var(--soft); } .interval.filled circle, .second { fill: var(--text); } .interval.open circle, .first { fill: var(--page); stroke: var(--text); stroke-width: 1.5; }
.evidence { max-width: 40rem; display: block; } .line polyline { fill: none; stroke: var(--text); stroke-width: 1.5; } .line.second polyline { stroke-dasharray: 6 3; }
.square { max-width: 20rem; display: block; } .frame { fill: none; stroke: var(--line); } .matrix rect { fill: var(--text); stroke: var(--soft); stroke-width: 0.5; } .matrix .right { stroke-width: 2; }
.samples { list-style: none; padding: 0; } .sample { margin: 0.25rem 0; padding: 0.25rem 0.75rem; border: 1px solid var(--line); border-left: 0.4rem solid; border-radius: 6px; }
.sample.worse { border-left-color: var(--regression); } .sample.better { border-left-color: var(--pass); } .sample.same { border-left-color: var(--line); }
.sample.worse .change { color: var(--regression); } .sample.better .change { color: var(--pass); } .peek, .soft { color: var(--soft); }
.controls { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; } .controls label span { display: block; color: var(--soft); }
.controls label { max-width: 100%; } .controls select, .controls input { max-width: 100%; } .sample-body pre { max-height: none; } .peek { display: block; } input, select, button, textarea { font: inherit; color: var(--text); background: var(--card); border: 1px solid var(--soft); border-radius: 4px; padding: 0.25rem 0.5rem; }
button { cursor: pointer; } .copy { width: 100%; height: 8rem; } .choices { white-space: pre-wrap; } [hidden] { display: none; }
ins { text-decoration: underline; text-decoration-thickness: 2px; font-weight: 600; } del { text-decoration: line-through; font-weight: 600; }
@media (max-width: 40rem) { .sides, dl { grid-template-columns: minmax(0, 1fr); } dd { margin-bottom: 0.5rem; } }
@media (max-width: 30rem) {
  th, td { padding: 0.35rem 0.4rem; overflow-wrap: anywhere; } tbody th, td:not(.number) { min-width: 0; }
  .rows li { grid-template-columns: minmax(0, 1fr) auto; gap: 0 0.75rem; } .rows li > :nth-child(2) { grid-column: 1 / -1; order: 1; }
  body { padding: 1rem; } h1 { font-size: 1.3rem; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards, .cards tbody, .cards tr, .cards th, .cards td, .cards caption { display: block; text-align: left; }
  .cards tr { margin: 0.75rem 0; border: 1px solid var(--line); border-radius: 6px; } .cards th, .cards td { border: 0; overflow-wrap: anywhere; white-space: normal; }
  .cards tbody th { font-weight: 600; min-width: 0; } .cards td::before { content: attr(data-title) ": "; color: var(--soft); }
}
@media print { details { break-inside: avoid; } details::details-content { content-visibility: visible; block-size: auto; } pre { max-height: none; } .controls, .acts, button { display: none; } }
`;
