"""The style sheet of the report: light and dark, on a screen and on A4."""

from __future__ import annotations

STYLE = """
:root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--line:#c8c8c8;--head:#f0f0f0;--dim:#555}
@media (prefers-color-scheme:dark){:root{--ink:#ececec;--paper:#16181d;--line:#44474f;
--head:#23262d;--dim:#b5b5b5}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);
font:15px/1.45 system-ui,"DejaVu Sans",Verdana,sans-serif}
main{max-width:1260px;margin:0 auto;padding:20px}
h1{font-size:1.5rem;margin:0 0 .4rem}
h2{font-size:1.05rem;margin:1.6rem 0 .4rem;border-bottom:1px solid var(--line)}
p{margin:.35rem 0;max-width:75em}
h1,h2,p{overflow-wrap:anywhere}
.whole{white-space:nowrap}
:is(h1,h2,p) .whole{display:inline-block;white-space:normal;max-width:100%}
.verdict{font-weight:700;font-size:1.1rem}
.receipt{color:var(--dim);font-size:.85rem}
.scrolled{overflow-x:auto;max-width:100%}
.scrolled:focus{outline:3px solid #0072b2;outline-offset:2px}
table{border-collapse:collapse;font-size:.9rem}
th,td{border:1px solid var(--line);padding:3px 8px;text-align:left;vertical-align:top;
font-variant-numeric:tabular-nums}
thead th{background:var(--head)}tbody th{font-weight:600}
@page{size:A4 landscape;margin:12mm}
@media print{:root{--ink:#000;--paper:#fff;--line:#999;--head:#eee;--dim:#333}
main{max-width:none;padding:0}.scrolled{overflow:visible}h2{break-after:avoid}tr{break-inside:avoid}
svg{max-width:100%;height:auto}
.one-page{break-inside:avoid}.one-page svg{max-height:172mm;width:auto}
thead{display:table-header-group}table{font-size:8pt}}
"""
