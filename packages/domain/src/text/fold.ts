/**
 * What a text is compared by in searches and in the hunt for duplicates: without case, diacritics, đ, full-width forms
 * and surplus space. Not for showing, and not for ids: different texts can fold alike.
 *
 * @example foldText('  Nguyễn  Thị Đào ') // 'nguyen thi dao'
 * @example foldText('ＡＢＣ Straße') // 'abc strasse'
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đðłøßæœı]/g, letter => PLAIN[letter] ?? letter)
    .replace(/[\s\p{Zs}\p{Cf}]+/gu, ' ')
    .trim()
}

/** Letters that Unicode does not decompose. */
const PLAIN: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

/**
 * The words by which texts are found, folded, each once. A text without words has none.
 *
 * @example searchWords('Công ty Minh Phát', 'minh.phat@vidu.example') // ['cong', 'ty', 'minh', 'phat', 'vidu', 'example']
 */
export function searchWords(...texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(text => foldText(text).split(/[^\p{L}\p{N}]+/u)).filter(Boolean))]
}

/**
 * Whether every word of the search begins a word of the text, in any order. An empty search finds everything.
 *
 * @example matchesSearch('Nguyễn Thị Đào', 'dao ng') // true
 * @example matchesSearch('Nguyễn Thị Đào', 'hoa') // false
 */
export function matchesSearch(text: string, search: string): boolean {
  const words = searchWords(text)
  return searchWords(search).every(sought => words.some(word => word.startsWith(sought)))
}
