// How the page looks: light and dark, wide and narrow, on paper. Text and background differ by 4.5 : 1 or more.

const LIGHT = `
--page:#f6f7f8;--card:#fff;--text:#1d2329;--muted:#545e69;--line:#d9dee4;--link:#1a5aa8;
--error:#b3261e;--error-tint:#fdeceb;--warning:#8a4f00;--warning-tint:#fff2dd;--info:#1f5a9e;--info-tint:#e8f0fa;--clean:#1c6b3a;--clean-tint:#e6f4ea`;

const DARK = `
--page:#12161a;--card:#1a2026;--text:#e5e9ed;--muted:#a5afb9;--line:#343d46;--link:#8fc0f7;
--error:#ff9d94;--error-tint:#3b1e1c;--warning:#f2bd63;--warning-tint:#362913;--info:#93c2f7;--info-tint:#1a2c42;--clean:#84d6a0;--clean-tint:#16311f`;

const SCREEN = `
*{box-sizing:border-box}
html{color-scheme:light dark;scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.7 system-ui,-apple-system,"Segoe UI","PingFang SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere;text-spacing-trim:trim-start;line-break:strict}
h1,h2,h3,h4,p,ul,ol,dl,blockquote{margin:0;padding:0}
h1,h2,h3,h4{line-height:1.45;text-wrap:balance}
ul,ol{list-style:none}
a{color:var(--link)}
a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:3px}
code{font:.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",monospace}
summary{cursor:pointer;color:var(--muted);width:fit-content}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.25rem .75rem;z-index:1}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.muted{color:var(--muted)}
.n{color:var(--muted);font-weight:400;font-size:.875em;font-variant-numeric:tabular-nums;white-space:nowrap}
.label{font-size:.875rem;font-weight:600;color:var(--muted)}
.banner{background:var(--card);border-bottom:1px solid var(--line);border-top:6px solid var(--error);padding:1.75rem max(1.25rem,calc((100% - 77.5rem)/2))}
.banner.warning{border-top-color:var(--warning)}
.banner.info{border-top-color:var(--info)}
.banner.clean{border-top-color:var(--clean)}
h1{font-size:1.625rem}
.verdict{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:.875rem;font-weight:600}
ul.verdict a,.verdict .none{display:block;padding:.3rem .875rem;border-radius:2rem;border:1px solid;text-decoration:none;font-variant-numeric:tabular-nums}
.verdict a:hover{text-decoration:underline}
.verdict .none{color:var(--muted);font-weight:400;border-color:var(--line)}
p.verdict{color:var(--clean);font-size:1.25rem}
.incomplete{margin-top:.75rem}
.incomplete a{color:var(--warning);font-weight:600}
.facts{display:flex;flex-wrap:wrap;gap:.25rem 1.75rem;margin-top:1rem;color:var(--muted)}
.facts div,.coverage div{display:flex;gap:.5rem}
.facts dd,.coverage dd{margin:0;color:var(--text);font-variant-numeric:tabular-nums}
.page{max-width:80rem;margin:0 auto;padding:1.5rem 1.25rem 4rem;display:grid;gap:1.5rem 2.5rem}
nav h2{font-size:1rem}
nav{font-size:.9375rem;min-width:0}
nav>ul{margin-top:.5rem}
nav>ul>li{margin-top:.5rem}
nav a{text-decoration:none}
nav>ul>li>a{font-weight:600;color:var(--text)}
nav a:hover{text-decoration:underline}
nav ul ul{display:none}
main{min-width:0}
main:focus{outline:none}
main>section+section{margin-top:3rem}
h2{font-size:1.3125rem;display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .625rem}
.meaning{color:var(--muted);margin-top:.25rem}
.badge{font-size:.8125rem;line-height:1.5;font-weight:600;padding:.125rem .625rem;border-radius:2rem;white-space:nowrap}
.tag{font-size:.8125rem;line-height:1.5;padding:.0625rem .5625rem;border:1px solid var(--line);border-radius:2rem;color:var(--muted)}
.badge.error,.verdict a.error{color:var(--error);background:var(--error-tint)}
.badge.warning,.verdict a.warning{color:var(--warning);background:var(--warning-tint)}
.badge.info,.verdict a.info{color:var(--info);background:var(--info-tint)}
.icon.error{color:var(--error)}.icon.warning{color:var(--warning)}.icon.info{color:var(--info)}
.finding{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--error);border-radius:.5rem;padding:1.125rem 1.25rem;margin-top:1.25rem}
.finding.warning{border-left-color:var(--warning)}
.finding.info{border-left-color:var(--info)}
.finding:target{outline:2px solid var(--link);outline-offset:2px}
.tags{display:flex;flex-wrap:wrap;gap:.375rem}
h3{font-size:1.125rem;margin-top:.5rem}
.permalink{color:var(--muted);text-decoration:none;font-weight:400}
.message{margin-top:.25rem}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(19rem,100%),1fr));gap:.875rem;margin:.875rem 0}
.side{background:var(--page);border-radius:.375rem;padding:.75rem 1rem;min-width:0}
.side h4{font-size:1rem;border-bottom:1px solid var(--line);padding-bottom:.5rem}
.letter{font-size:.8125rem;color:var(--muted);font-weight:600;margin-right:.25rem}
.quotes li{margin-top:.75rem}
.single .quotes:first-child li:first-child{margin-top:0}
blockquote{border-left:3px solid var(--line);padding-left:.75rem}
.place{display:flex;flex-wrap:wrap;gap:0 .75rem;margin-top:.125rem;font-size:.875rem;color:var(--muted)}
.place code{color:var(--text)}
cite{font-style:normal}
.quotes details,.more{font-size:.875rem}
.more{margin-top:.625rem}
.more .quotes{font-size:1rem}
.reading,.coverage{margin-top:.25rem}
.reading div{display:grid;grid-template-columns:6rem 1fr;gap:.5rem}
.reading dt,.coverage dt{color:var(--muted)}
.reading dd{margin:0}
.coverage dt{min-width:10rem}
.side>.muted{margin-top:.625rem;font-size:.875rem}
.why{list-style:disc;padding-left:1.25rem}
.advice{margin-top:.625rem}
.advice .label{margin-right:.25rem}
.faults li{margin-top:.5rem}
@media (min-width:64rem){
.page{grid-template-columns:16rem minmax(0,1fr)}
nav{position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow-y:auto}
nav ul ul{display:block;padding-left:1.375rem;font-size:.875rem;line-height:1.5;margin-top:.25rem}
nav ul ul li{margin-top:.25rem}
nav ul ul a{color:var(--muted)}
}
@media (max-width:30rem){
.banner{padding-block:1.25rem}
.finding{padding:.875rem .875rem}
.side{padding:.625rem .75rem}
.reading div{grid-template-columns:4.5rem 1fr}
}`;

const PRINT = `
@media print{
:root{${LIGHT};--page:#fff}
html{color-scheme:light}
body{font-size:10.5pt}
nav,.skip,.permalink,summary{display:none}
.page{display:block;padding:0;max-width:none}
.banner{padding:0 0 1rem}
.finding,.side,.quotes li{break-inside:avoid}
.side{border:1px solid var(--line)}
h2,h3,h4,.meaning,.tags{break-after:avoid}
details::details-content{content-visibility:visible;block-size:auto}
main{padding-right:2px}
.reading{font-size:.8125rem}
.reading div{display:inline-flex;gap:.375rem;margin-right:1rem}
}`;

export const STYLE = `:root{${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}${SCREEN}${PRINT}
`;
