import { createHash } from 'node:crypto'
import { paperColors as ink } from '@sixfold/charts/chart-colors'
import { drawSvg } from '@sixfold/charts/draw-svg'
import { isFigures } from '../pdf/figures.ts'
import type { Report, ReportPart } from './report.ts'

/** Pixels. */
const CHART_WIDTH = 806
const FONT = "'Be Vietnam Pro', 'Segoe UI', 'Noto Sans', system-ui, sans-serif"

const style = `:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0;background:${ink.sunken};color:${ink.text};font:16px/1.55 ${FONT};overflow-wrap:break-word}
main{max-width:920px;margin:32px auto;padding:48px 56px 56px;background:${ink.surface};border:1px solid ${ink.line};border-radius:10px}
h1{font-size:1.9rem;line-height:1.2;letter-spacing:-.02em;margin:0 0 16px}
h2{font-size:1.2rem;line-height:1.3;letter-spacing:-.01em;margin:44px 0 12px;padding-top:20px;border-top:1px solid ${ink.line}}
p{margin:0 0 10px;max-width:72ch}.said{margin-bottom:14px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 20px;margin:0;font-size:.9rem}
dt{color:${ink['text-3']}}dd{margin:0}
.scroll{overflow-x:auto;margin:0 0 20px}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.9rem}
th,td{text-align:left;padding:9px 16px 9px 0;border-bottom:1px solid ${ink.line};vertical-align:top}
tr>:last-child{padding-right:0}tbody tr:last-child>*{border-bottom:0}
thead th{font-weight:500;color:${ink['text-3']};font-size:.8rem;vertical-align:bottom}tbody th{font-weight:500}
.figure{text-align:right;white-space:nowrap}thead .figure{white-space:normal}
figure{margin:0 0 24px;break-inside:avoid}figure img{display:block;width:100%;max-width:${CHART_WIDTH}px;height:auto}
figcaption{margin:0 0 12px;max-width:72ch}summary{cursor:pointer;color:${ink['text-2']};font-size:.9rem;padding:10px 0}
blockquote{margin:0 0 14px;padding:2px 0 2px 16px;border-left:2px solid ${ink['line-strong']};max-width:72ch}
blockquote small{display:block;color:${ink['text-3']}}
@media (max-width:700px){main{margin:0;padding:24px 20px 40px;border:0;border-radius:0}dl{grid-template-columns:1fr}dd{margin-bottom:6px}.scroll table{min-width:700px}}
@media print{body{background:none}main{max-width:none;margin:0;padding:0;border:0}h2{break-after:avoid}tr,blockquote{break-inside:avoid}details{display:none}}`

const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`

/** What a page of a report may load: its own style and the pictures that it holds. */
export const REPORT_POLICY = `default-src 'none'; style-src '${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'`

/** A report as one page that asks nobody for anything: no script, no address outside of it. */
export function toHtml(
  { title, facts, parts }: Report,
  { language, tableWord }: { language: string; tableWord: string },
): string {
  const list = facts.map(({ label, value }) => `<dt>${safe(label)}</dt><dd>${safe(value)}</dd>`).join('')
  return `<!doctype html>
<html lang="${safe(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${REPORT_POLICY}">
<title>${safe(title)}</title><style>${style}</style></head>
<body><main><h1>${safe(title)}</h1><dl>${list}</dl>
${parts.map(part => html(part, tableWord)).join('\n')}
</main></body></html>
`
}

function html(part: ReportPart, tableWord: string): string {
  switch (part.kind) {
    case 'heading':
      return `<h2>${safe(part.text)}</h2>`
    case 'paragraph':
      return `<p>${safe(part.text)}</p>`
    case 'sentence':
      return `<p class="said"><strong>${safe(part.strong)}</strong>${safe(part.rest)}</p>`
    case 'marked':
      return `<p><strong>${safe(part.mark)}</strong>: ${safe(part.text)}</p>`
    case 'quote':
      return `<blockquote>${safe(part.text)}${part.about ? `<small>${safe(part.about)}</small>` : ''}</blockquote>`
    case 'table':
      return table(part)
    case 'chart': {
      const { label, model } = part
      // As a picture, because the drawing's own styles would need a policy that lets any style in.
      const svg = drawSvg(model, { width: CHART_WIDTH, font: FONT })
      const source = `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`
      return `<figure><figcaption><strong>${safe(label)}</strong>. ${safe(model.sentence)}</figcaption>
<img alt="${safe(model.sentence)}" width="${CHART_WIDTH}" height="${model.height}" src="${source}">
<details><summary>${safe(tableWord)}</summary>${table(model.table)}</details></figure>`
    }
    default:
      return part satisfies never
  }
}

interface Table {
  columns: readonly string[]
  rows: readonly (readonly string[])[]
}

function table({ columns, rows }: Table): string {
  const figures = columns.map((_, at) => isFigures(rows.map(row => row[at] ?? '')))
  const as = (at: number) => (figures[at] ? ' class="figure"' : '')
  const head = columns.map((one, at) => `<th scope="col"${as(at)}>${safe(one)}</th>`).join('')
  const body = rows
    .map(([first = '', ...rest]) => {
      const cells = rest.map((cell, at) => `<td${as(at + 1)}>${safe(cell)}</td>`).join('')
      return `<tr><th scope="row">${safe(first)}</th>${cells}</tr>`
    })
    .join('')
  // A table that is wider than a phone scrolls by itself, and the keyboard reaches it.
  return `<div class="scroll" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}

function safe(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
