import { createHash } from 'node:crypto'
import { paperColors as ink } from '@sixfold/charts/chart-colors'
import { drawSvg } from '@sixfold/charts/draw-svg'
import type { Report, ReportPart } from './report.ts'

/** Pixels. */
const CHART_WIDTH = 640
const FONT = "'Be Vietnam Pro', 'Segoe UI', 'Noto Sans', system-ui, sans-serif"

const style = `:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0;background:${ink.surface};color:${ink.text};font:16px/1.55 ${FONT};overflow-wrap:anywhere}
main{max-width:880px;margin:0 auto;padding:40px 20px 64px}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 12px}h2{font-size:1.2rem;margin:40px 0 8px}
p{margin:0 0 10px;max-width:70ch}dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:0 0 24px;color:${ink['text-2']}}
dt{color:${ink['text-3']}}dd{margin:0}
.scroll{overflow-x:auto;margin:0 0 16px}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.9rem}
th,td{text-align:left;padding:8px 12px 8px 0;border-bottom:1px solid ${ink.line};vertical-align:top}
th{font-weight:600;color:${ink['text-3']};font-size:.82rem}
figure{margin:0 0 24px;break-inside:avoid}figure img{display:block;width:100%;max-width:${CHART_WIDTH}px;height:auto}
figcaption{margin:0 0 6px;max-width:70ch}summary{cursor:pointer;color:${ink['text-2']};font-size:.9rem;padding:10px 0}
blockquote{margin:0 0 14px;padding:2px 0 2px 16px;border-left:3px solid ${ink['line-strong']};max-width:70ch}
blockquote small{display:block;color:${ink['text-3']}}
@media print{main{max-width:none;padding:0}h2{break-after:avoid}tr,blockquote{break-inside:avoid}details{display:none}}`

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
  const head = columns.map(one => `<th scope="col">${safe(one)}</th>`).join('')
  const body = rows
    .map(([first = '', ...rest]) => {
      const cells = rest.map(cell => `<td>${safe(cell)}</td>`).join('')
      return `<tr><td>${safe(first)}</td>${cells}</tr>`
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
