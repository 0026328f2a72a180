/** Tokens: the site's (デジタル庁デザインシステム); only what the report uses. */
export const reportStyle = `
:root {
  color-scheme: light;
  --color-text: #1a1a1a;
  --color-text-soft: #4d4d4d;
  --color-line: #cccccc;
  --color-line-strong: #767676;
  --color-surface: #ffffff;
  --color-surface-soft: #f4f8f5;
  --color-brand: #115a36;
  --color-brand-soft: #e6f5ec;
  --color-link: #00118f;
  --color-urgent: #ce0000;
  --color-notice: #fff5d6;
  --color-focus: #ffd43d;
  --font: "Noto Sans JP", "Hiragino Sans", "Hiragino Kaku Gothic ProN", "BIZ UDPGothic", "Yu Gothic Medium", Meiryo, "Noto Sans CJK JP", sans-serif;
}
*, *::before, *::after { box-sizing: border-box; }
body {
  margin: 0;
  color: var(--color-text);
  background: var(--color-surface);
  font-family: var(--font);
  font-size: 1rem;
  line-height: 1.7;
  line-break: strict;
  overflow-wrap: anywhere;
}
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1, h2, h3, h4, p, ul, dl, dd { margin: 0; padding: 0; }
h1, h2, h3, h4 { line-height: 1.4; text-wrap: balance; }
h1 { font-size: 1.75rem; }
h2 { font-size: 1.5rem; margin-top: 3rem; padding-bottom: 0.25rem; border-bottom: 3px solid var(--color-brand); }
h3 { font-size: 1.2rem; margin-top: 2rem; }
h4 { font-size: 1rem; margin-top: 1.25rem; }
ul { list-style: none; }
a { color: var(--color-link); text-underline-offset: 0.2em; }
:focus-visible { outline: 4px solid #000; outline-offset: 2px; background-color: var(--color-focus); color: #000; }
:target { background-color: var(--color-notice); }
.as-of { color: var(--color-text-soft); }
.lead { margin-top: 0.5rem; max-width: 52rem; }
.note { margin-top: 1rem; padding: 0.75rem 1rem; border-left: 6px solid var(--color-line-strong); background: var(--color-surface-soft); }
.note--loud { border-color: var(--color-urgent); background: var(--color-notice); font-weight: 700; }
.contents { margin-top: 1.5rem; padding: 1rem; border: 1px solid var(--color-line); border-radius: 8px; }
.contents h2 { margin: 0; padding: 0; border: 0; font-size: 1rem; }
.contents ul { columns: 2 18rem; margin-top: 0.25rem; }
.contents li { break-inside: avoid; padding: 0.15rem 0; }
.fates { display: grid; grid-template-columns: max-content 1fr; gap: 0.1rem 1rem; margin-top: 0.75rem; }
.fates dt { font-weight: 700; }
.word { display: inline-block; padding: 0 0.6em; border-radius: 4px; border: 1px solid currentColor; font-weight: 700; font-size: 0.875rem; }
.word--error { background: var(--color-urgent); border-color: var(--color-urgent); color: #fff; }
.word--warning { background: var(--color-notice); }
.sentence { margin-top: 0.25rem; }
table { border-collapse: collapse; width: 100%; margin-top: 0.5rem; font-size: 0.9375rem; line-height: 1.5; }
th, td { padding: 0.35rem 0.6rem; border: 1px solid var(--color-line); text-align: left; vertical-align: top; font-weight: 400; }
thead th { background: var(--color-surface-soft); font-weight: 700; }
tbody th { overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
.wide:focus-visible { background-color: transparent; }
.wide tbody th { min-width: 7rem; }
.count { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.total th, .total td { font-weight: 700; background: var(--color-surface-soft); }
.narrow { width: 1%; white-space: nowrap; }
.place { width: 17rem; }
.narrow-place { width: 11rem; }
.value { width: 24%; white-space: pre-wrap; }
.empty { color: var(--color-text-soft); }
.box { width: 1em; height: 1em; border: 1.5px solid var(--color-line-strong); display: inline-block; vertical-align: -0.15em; }
.verdict { min-width: 4rem; }
.cells { display: flex; flex-wrap: wrap; gap: 0.1rem 1.25rem; }
.cells dt { display: inline; color: var(--color-text-soft); }
.cells dt::after { content: "："; }
.cells dd { display: inline; white-space: pre-wrap; }
details { margin-top: 0.5rem; }
article { margin-top: 2.5rem; padding-top: 0.5rem; border-top: 1px solid var(--color-line); }
.contents h3 { margin-top: 1rem; font-size: 1rem; }
.mending > .mistake { padding: 0.5rem 1rem 1rem; border-left: 6px solid var(--color-brand); background: var(--color-surface-soft); }
.mistake > * + * { margin-top: 0.75rem; }
.told dt { font-weight: 700; }
.piece { margin: 0; }
.sheet { width: auto; max-width: 100%; margin-top: 0.25rem; background: var(--color-surface); }
.sheet th { white-space: nowrap; background: var(--color-surface-soft); text-align: center; color: var(--color-text-soft); }
.sheet td { white-space: pre-wrap; }
tr.wrong > *, td.wrong, li.wrong { outline: 3px solid var(--color-urgent); outline-offset: -3px; }
.files { margin-top: 0.25rem; border: 1px solid var(--color-line); background: var(--color-surface); width: fit-content; }
.files li { padding: 0.35rem 0.75rem; }
.here { display: inline-block; white-space: nowrap; padding: 0 0.4em; border-radius: 4px; background: var(--color-urgent); color: #fff; font-weight: 700; font-size: 0.8125rem; }
.here::after { content: " ▸"; }
.steps { margin: 0.25rem 0 0; padding-left: 1.75rem; }
.steps li { padding: 0.15rem 0; }
summary { min-height: 2.75rem; width: fit-content; padding: 0.5rem 0.25rem; color: var(--color-link); text-decoration: underline; text-underline-offset: 0.2em; cursor: pointer; }
.map { display: grid; gap: 1.5rem; margin-top: 1rem; align-items: start; }
.map > figure { margin: 0; }
.map svg { width: 100%; height: auto; border: 1px solid var(--color-line); background: var(--color-surface); }
figcaption { color: var(--color-text-soft); font-size: 0.875rem; }
.map table { margin: 0; }
.outline { fill: var(--color-brand-soft); fill-rule: evenodd; stroke: var(--color-line-strong); stroke-width: 1; stroke-linejoin: round; }
.others { fill: none; stroke: var(--color-line-strong); stroke-width: 4; stroke-linecap: round; }
.pin { fill: var(--color-urgent); stroke: #fff; stroke-width: 1.5; }
.pin--outside { fill: #fff; stroke: var(--color-urgent); stroke-width: 2; }
.pin-number { font: 700 11px var(--font); fill: #fff; text-anchor: middle; }
.pin-number--outside { fill: var(--color-urgent); }
@media (min-width: 48rem) { thead th, .degrees { white-space: nowrap; } }
@media (min-width: 60rem) { .map { grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); } .map > figure { position: sticky; top: 1rem; } }
@media (max-width: 40rem) { .sheet { font-size: 0.8125rem; } .sheet th, .sheet td { padding: 0.25rem; } }
@media (forced-colors: active) { .word, .note, .here { border: 1px solid CanvasText; } }
@page { size: A4; margin: 14mm 12mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
@media print {
  body { font-size: 9.5pt; line-height: 1.5; }
  main { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h1 { font-size: 18pt; }
  h2 { font-size: 14pt; margin-top: 8mm; }
  h3 { font-size: 11.5pt; margin-top: 5mm; }
  h1, h2, h3, h4, .sentence, .lead { break-after: avoid; }
  table { font-size: 8.5pt; }
  th, td { padding: 1mm 1.5mm; border-color: var(--color-line-strong); }
  thead { display: table-header-group; }
  article { break-before: page; border: 0; }
  tr, .contents li, .map svg, .piece { break-inside: avoid; }
  .wide { overflow: visible; }
  .here { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .place { width: 44mm; }
  .map { display: block; }
  .map svg { max-height: 120mm; }
  .map table { margin-top: 4mm; }
  summary { min-height: 0; color: inherit; text-decoration: none; }
  .word, thead th, .total th, .total td, .outline, .pin { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
