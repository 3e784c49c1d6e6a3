/** The style of a report that stands alone: two roles, two colours, on paper and in the dark. */
export const REPORT_STYLE = `
:root{--ink:#1c1b22;--paper:#fbfaf7;--muted:#5a5662;--line:#dcd7cc;--mentor:#0b6e69;--mentee:#b4481f;--shared:#5b4b8a;--good:#2c6a37}
@media (prefers-color-scheme:dark){:root{--ink:#f2f0ea;--paper:#17161b;--muted:#b5b0bc;--line:#383640;--mentor:#5cc8c0;--mentee:#f2a27e;--shared:#b9a8ea;--good:#8fd09b}}
@media print{:root{--ink:#000;--paper:#fff;--muted:#444;--line:#999;--mentor:#0b6e69;--mentee:#b4481f;--shared:#5b4b8a;--good:#2c6a37}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
main{max-width:52rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1,h2,h3{font-family:ui-serif,"Iowan Old Style","Palatino Linotype",Palatino,Georgia,serif;font-weight:600;line-height:1.2;margin:0}
h1{font-size:2.1rem}h2{font-size:1.5rem;margin-top:2.5rem}h3{font-size:1.15rem}
.lead{font-size:1.2rem;margin:.5rem 0}.muted{color:var(--muted);font-size:.9rem}h3 .muted{font-weight:400}
.mentor{color:var(--mentor)}.mentee{color:var(--mentee)}
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(7rem,1fr));gap:.75rem 1.25rem;margin:1.5rem 0}
.numbers div{border-top:2px solid var(--line);padding-top:.4rem}.numbers dt{color:var(--muted);font-size:.85rem}.numbers dd{margin:0;font-size:1.5rem;font-weight:600}
.pair{border-top:1px solid var(--line);padding:1rem 0;margin-top:1rem;break-inside:avoid}
.pair p{margin:.25rem 0}.pair ul{margin:.5rem 0;padding:0;list-style:none}.pair li{padding-left:3.2rem;position:relative}
.points{position:absolute;left:0;width:2.6rem;text-align:right;color:var(--muted)}
.score{float:right;color:var(--shared)}
.tip{border-left:3px solid var(--shared);padding-left:.75rem}
table{border-collapse:collapse;width:100%;margin-top:.75rem}th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
.rules{list-style:none;padding:0}.rules li{padding:.5rem 0;border-bottom:1px solid var(--line)}
.tag{border:1px solid var(--line);border-radius:99px;padding:.05em .6em;font-size:.85rem;color:var(--muted)}.tag.good{color:var(--good);border-color:currentColor}
@media print{body{font-size:10.5pt}main{padding:0;max-width:none}h2{break-after:avoid}tr,li{break-inside:avoid}}
`
