// SPDX-License-Identifier: MIT
#include "core/report/htmlpage.h"

namespace drydock::report {

static constexpr std::string_view style = R"css(
:root { color-scheme: light dark; --surface: #fff; --panel: #f6f7f9; --line: #dfe3e8; --text: #1f2328; --muted: #5b6470;
  --accent: #0f6bd7; --critical: #b3261e; --high: #c4540a; --medium: #8a6700; --low: #3a6ea5; --ok: #1b7f4b;
  --mark: #fff1c2; --added: #e3f6e9; --removed: #fdeaea;
  --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
  --code: "JetBrains Mono", ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
@media (prefers-color-scheme: dark) { :root { --surface: #1e2127; --panel: #262a31; --line: #363b44; --text: #e3e6ea;
  --muted: #9aa3af; --accent: #5aa2f5; --critical: #ff6b63; --high: #ff9a4d; --medium: #e6c04a; --low: #7fb2e5;
  --ok: #55c98a; --mark: #4d431f; --added: #1d3a2a; --removed: #452426; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--panel); color: var(--text); font: 14px/1.5 var(--sans); }
main, header > div { max-width: 1080px; margin: 0 auto; padding: 0 24px; }
header { background: var(--surface); border-bottom: 1px solid var(--line); padding: 28px 0 20px; }
h1 { font-size: 22px; line-height: 1.3; margin: 0 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 16px; margin: 32px 0 12px; }
.meta { color: var(--muted); margin: 0; overflow-wrap: anywhere; }
.verdict { display: flex; gap: 10px; align-items: baseline; margin: 16px 0 0; padding: 10px 14px; border-radius: 6px;
  border: 1px solid; border-left-width: 4px; background: var(--surface); overflow-wrap: anywhere; }
.verdict b { white-space: nowrap; }
.passed { border-color: var(--ok); } .passed b { color: var(--ok); }
.partial { border-color: var(--medium); } .partial b { color: var(--medium); }
.failed { border-color: var(--critical); } .failed b { color: var(--critical); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(120px, 1fr)); gap: 12px; margin: 20px 0 12px; }
.tile { background: var(--surface); border: 1px solid var(--line); border-radius: 6px; padding: 10px 14px; }
.tile b { display: block; font-size: 24px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.tile span { color: var(--muted); }
.bar { display: block; width: 100%; height: 8px; border-radius: 4px; }
.critical { --tone: var(--critical); } .high { --tone: var(--high); } .medium { --tone: var(--medium); }
.low { --tone: var(--low); }
.tile b, .chip { color: var(--tone, var(--text)); } .bar rect { fill: var(--tone, var(--line)); }
.chip { display: inline-block; border: 1px solid; border-radius: 10px; padding: 0 9px; font-size: 12px; font-weight: 600;
  line-height: 19px; white-space: nowrap; }
.tools { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 24px 0 12px; position: sticky; top: 0;
  background: var(--panel); padding: 8px 0; z-index: 1; }
.tools button, .tools input { font: inherit; color: var(--text); background: var(--surface); height: 32px;
  border: 1px solid var(--line); border-radius: 6px; padding: 0 12px; }
.tools button { cursor: pointer; } .tools button[aria-pressed="false"] { opacity: .55; text-decoration: line-through; }
.tools button b { color: var(--tone); } .tools input { flex: 1; min-width: 180px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
#shown { color: var(--muted); }
details.finding { background: var(--surface); border: 1px solid var(--line); border-left: 4px solid var(--tone);
  border-radius: 6px; margin: 0 0 8px; }
details.finding > summary { cursor: pointer; list-style: none; display: grid; align-items: baseline; gap: 2px 12px;
  grid-template-columns: 72px minmax(0, 1fr) auto; padding: 10px 14px; }
summary::-webkit-details-marker { display: none; }
summary .title { font-weight: 600; overflow-wrap: anywhere; }
summary .where { color: var(--muted); font: 12.5px/1.5 var(--code); grid-column: 2 / -1; overflow-wrap: anywhere; }
summary .status { color: var(--muted); font-size: 12px; }
.quiet { opacity: .7; }
.body { padding: 0 14px 14px 98px; } .body > p { margin: 4px 0 12px; overflow-wrap: anywhere; }
.body h3 { font-size: 12px; text-transform: uppercase; letter-spacing: .04em; color: var(--muted); margin: 16px 0 6px; }
pre { margin: 0; font: 12.5px/1.55 var(--code); background: var(--panel); border: 1px solid var(--line);
  border-radius: 6px; overflow-x: auto; padding: 6px 0; tab-size: 4; }
pre span { display: block; padding: 0 12px; min-width: max-content; }
pre i { display: inline-block; width: 4.2em; margin-right: 12px; color: var(--muted); font-style: normal;
  text-align: right; user-select: none; }
pre mark { background: var(--mark); color: inherit; border-radius: 3px; }
pre .add { background: var(--added); } pre .del { background: var(--removed); } pre .hunk { color: var(--muted); }
ol { margin: 0; padding-left: 20px; } code { font: 12.5px var(--code); overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; background: var(--surface); border: 1px solid var(--line); }
th, td { text-align: left; vertical-align: top; padding: 6px 12px; border-bottom: 1px solid var(--line);
  overflow-wrap: anywhere; } th { color: var(--muted); font-weight: 600; } td.n, th.n { text-align: right;
  font-variant-numeric: tabular-nums; white-space: nowrap; }
.empty { background: var(--surface); border: 1px dashed var(--line); border-radius: 6px; padding: 40px; text-align: center; }
footer { color: var(--muted); padding: 28px 0 40px; font-size: 12px; }
[hidden] { display: none !important; }
@media (max-width: 700px) { .body { padding-left: 14px; } main, header > div { padding: 0 14px; } }
@media print { body { background: #fff; font-size: 11px; } .tools { display: none; } header { padding-top: 0; }
  details.finding { break-inside: avoid-page; } main, header > div { max-width: none; padding: 0; }
  pre { white-space: pre-wrap; } pre span { min-width: 0; } }
)css";

static constexpr std::string_view script = R"js(
(function () {
  var cards = Array.prototype.slice.call(document.querySelectorAll('details.finding'));
  var buttons = Array.prototype.slice.call(document.querySelectorAll('.tools button[data-filter]'));
  var search = document.getElementById('search');
  var shown = document.getElementById('shown');
  function update() {
    var off = {};
    buttons.forEach(function (b) { if (b.getAttribute('aria-pressed') === 'false') off[b.dataset.filter] = true; });
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    cards.forEach(function (card) {
      var text = card.textContent.toLowerCase();
      var visible = !off[card.dataset.severity] && !off[card.dataset.status] &&
        words.every(function (w) { return text.indexOf(w) >= 0; });
      card.hidden = !visible;
      if (visible) count++;
    });
    shown.textContent = count + ' of ' + cards.length + ' shown';
  }
  buttons.forEach(function (b) {
    b.addEventListener('click', function () {
      b.setAttribute('aria-pressed', b.getAttribute('aria-pressed') === 'true' ? 'false' : 'true');
      update();
    });
  });
  if (search) { search.addEventListener('input', update); update(); }
  document.addEventListener('keydown', function (e) {
    if (e.key === '/' && search && document.activeElement !== search) { e.preventDefault(); search.focus(); }
  });
  window.addEventListener('beforeprint', function () { cards.forEach(function (c) { c.open = true; }); });
})();
)js";

std::string_view htmlStyle()
{
    return style;
}

std::string_view htmlScript()
{
    return script;
}

} // namespace drydock::report
