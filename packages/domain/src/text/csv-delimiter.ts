export type Delimiter = ',' | ';' | '\t'

/** Excel's first line `sep=;` names the delimiter and is no row. */
const NAMED = /^sep=([,;\t])\n/i

/** The text below the line that names its delimiter, if it begins with one. `lines`: how many were taken off. */
export function splitNamedDelimiter(text: string): { body: string; named: Delimiter | null; lines: number } {
  const [line, named] = NAMED.exec(text) ?? []
  if (line === undefined) return { body: text, named: null, lines: 0 }
  return { body: text.slice(line.length), named: named as Delimiter, lines: 1 }
}

/** The delimiter under which the first line has most cells that `isHeading` knows, then most cells at all. */
export function guessDelimiter(text: string, isHeading: (cell: string) => boolean): Delimiter {
  const [first = ''] = text.trimStart().split('\n', 1)
  const scored = ([',', ';', '\t'] as const).map(delimiter => {
    const cells = first.split(delimiter).map(cell => cell.replace(/^\s*"|"\s*$/g, ''))
    return { delimiter, known: cells.filter(isHeading).length, cells: cells.length }
  })
  const [best] = scored.sort((a, b) => b.known - a.known || b.cells - a.cells)
  return best?.delimiter ?? ','
}
