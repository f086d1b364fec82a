import type { DocumentPart, PlainDocument } from './document.ts'

/**
 * A document in Markdown (CommonMark with tables). What people typed stays text: nothing of it becomes a heading, a link, a
 * list or HTML.
 *
 * @example toMarkdown({ title: 'Round table', facts: [], parts: [{ kind: 'paragraph', text: '# 1 price' }] })
 *   // '# Round table\n\n\\# 1 price\n'
 */
export function toMarkdown({ title, facts, parts }: PlainDocument): string {
  const blocks = [
    `# ${line(title)}`,
    ...(facts.length > 0
      ? [facts.map(({ label, value }) => `- **${line(label)}:** ${line(value)}`).join('\n')]
      : []),
    ...parts.map(partText),
  ]
  return `${blocks.join('\n\n')}\n`
}

function partText(part: DocumentPart): string {
  if (part.kind === 'heading') return `## ${line(part.text)}`
  if (part.kind === 'paragraph') return paragraph(part.text)
  if (part.kind === 'marked') return `**${line(part.mark)}:** ${paragraph(part.text)}`
  const row = (cells: readonly string[]) => `| ${cells.map(line).join(' | ')} |`
  return [row(part.columns), `|${part.columns.map(() => ' --- |').join('')}`, ...part.rows.map(row)].join(
    '\n',
  )
}

/** Line breaks of the writer stay line breaks; an empty line would begin a paragraph of its own. */
function paragraph(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(each => line(each))
    .filter(each => each !== '')
    .join('\\\n')
}

function line(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>|~#&!$]/g, sign => `\\${sign}`)
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replaceAll(/(https?|ftp)(:)(?=\/\/)/gi, '$1\\$2')
}
