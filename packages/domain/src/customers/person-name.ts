import { searchWords } from '../text/fold.ts'

/** What stands before or behind a name and is no part of it. */
const titles = new Set(
  'mr mrs ms miss mx dr prof ing mba phd sir madam herr frau ong ba anh chi co ts ths gs pgs ks bs'.split(
    ' ',
  ),
)

/**
 * The words of a person's name, folded, each once and sorted: a family name may stand in front or behind. Titles are left
 * out unless nothing else of the name would stay but one word, because Anh and Chi are given names, too.
 *
 * @example personWords('Trần Thị Lan') // ['lan', 'thi', 'tran']
 * @example personWords('Ms. Lan Tran') // ['lan', 'tran']
 * @example personWords('Nguyễn Anh') // ['anh', 'nguyen']
 */
export function personWords(name: string): string[] {
  const words = searchWords(name)
  const isTitle = (word: string, at: number) => at === 0 && words.length > 2 && titles.has(word)
  return words.filter((word, at) => !isTitle(word, at)).sort()
}
