"""The look of the HTML export, as the text of its style element; it stands in the file because nothing is fetched."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light dark;
  --paper: #fbfaf7; --ink: #1c1b19; --quiet: #5b5751; --rule: #d9d4ca; --accent: #9a3412; --link: #1d4f91;
  --mark: #ffe9a8; --planned: #5b4b8a; --doubt: #8a6100; --denied: #8f1d3f;
  --label: system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; --gutter: 8.5rem; }
@media screen and (prefers-color-scheme: dark) { :root {
  --paper: #161513; --ink: #ece8df; --quiet: #a9a297; --rule: #3a362f; --accent: #f2a56f; --link: #8fb8ee;
  --mark: #5c4a12; --planned: #b9a8ee; --doubt: #e0b84e; --denied: #f091ab; } }
*, *::before, *::after { box-sizing: border-box; }
html { font-size: 106.25%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 56rem; padding: 2rem 1.5rem; background: var(--paper); color: var(--ink);
  font-family: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, serif; line-height: 1.5;
  overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, p, ol, blockquote { margin: 0; padding: 0; font-weight: 400; }
ol { list-style: none; }
h1 { font-size: 1.9531rem; line-height: 1.25; font-weight: 600; }
.asked, footer, .when, .source, .why { font-family: var(--label); font-variant-numeric: tabular-nums; }
.asked, footer, .source { color: var(--quiet); }
.asked { margin-top: 0.25rem; font-size: 0.9rem; }
main { position: relative; margin-top: 1rem; }
main::before { content: ""; position: absolute; top: 2.75rem; bottom: 0; left: var(--gutter); width: 1px;
  background: var(--rule); }
main > h2, main > h3 { padding-left: calc(var(--gutter) + 1.75rem); line-height: 1.25; }
main > h2 { font-size: 1.5625rem; font-weight: 600; padding-top: 2.5rem; }
main > h2::first-letter { text-transform: uppercase; }
main > h3 { font-size: 1.25rem; padding-top: 1.25rem; padding-bottom: 0.5rem; }
main > h4 { position: absolute; width: var(--gutter); padding: 0.75rem 1rem 0 0; text-align: right; font-size: 0.85rem;
  line-height: 1.5rem; white-space: nowrap; font-family: var(--label); font-variant-numeric: tabular-nums;
  color: var(--quiet); }
li { position: relative; padding: 0.75rem 0 0.75rem calc(var(--gutter) + 1.75rem); }
li > * { max-width: 38rem; }
li::before { content: ""; position: absolute; left: calc(var(--gutter) - 0.3125rem); top: 1.1875rem; width: 0.6875rem;
  height: 0.6875rem; border: 2px solid var(--tone, var(--accent)); border-radius: 50%;
  background: var(--tone, var(--accent)); }
.planned { --tone: var(--planned); } .possible, .alleged { --tone: var(--doubt); } .denied { --tone: var(--denied); }
.planned::before, .possible::before, .alleged::before, .denied::before { background: var(--paper); }
.possible::before, .alleged::before { border-style: dashed; }
.wide::before { height: auto; bottom: 1rem; width: 0.4375rem; left: calc(var(--gutter) - 0.1875rem); border-radius: 0;
  border-right: 0; background: none; }
.since::before, .until::before { border-left-style: dashed; }
.since::before { border-bottom: 0; }
.until::before { border-top: 0; }
.undated::before { background: var(--paper); border-style: dotted; }
.when { font-size: 0.8rem; line-height: 1.5rem; color: var(--accent); }
.told { color: var(--tone, var(--quiet)); }
.again { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
main > h2:has(+ .fold) { font-size: 1.25rem; padding-top: 1.25rem; }
.fold > summary { margin-left: calc(var(--gutter) + 1.75rem); font-family: var(--label); font-size: 0.85rem; }
li > .what { font-size: 1.15rem; line-height: 1.3; font-weight: 600; padding: 0; }
blockquote { margin-top: 0.25rem; }
mark { background: var(--mark); color: inherit; padding: 0.05em 0.1em; }
.source { margin-top: 0.375rem; font-size: 0.8rem; }
.doubt { color: var(--doubt); }
.why { font-size: 0.8rem; margin-top: 0.125rem; }
summary { cursor: pointer; color: var(--link); width: fit-content; padding: 0.125rem 0; min-height: 1.5rem; }
.why p { border-left: 2px solid var(--rule); padding: 0.125rem 0 0.125rem 1rem; margin-top: 0.25rem; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--rule); font-size: 0.8rem; }
@media (max-width: 40rem) {
  :root { --gutter: 0.375rem; }
  body { padding: 1.25rem 0.75rem; }
  h1 { font-size: 1.6rem; }
  main > h2, main > h3, li { padding-left: 1.75rem; }
  .fold > summary { margin-left: 1.75rem; }
  main > h4 { position: static; width: auto; text-align: left; padding: 1rem 0 0 1.75rem; }
}
@media (forced-colors: active) {
  mark { background: Mark; color: MarkText; }
  main::before { background: CanvasText; }
}
@media print {
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; background: none; color: #000; }
  li { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  mark { background: none; text-decoration: underline; }
  .why, .fold > summary { display: none; }
  .fold::details-content { content-visibility: visible; block-size: auto; display: block; }
  .source a::after { content: " (" attr(href) ")"; }
}
"""
