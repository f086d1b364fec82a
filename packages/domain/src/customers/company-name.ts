import { foldText } from '../text/fold.ts'

/** Words that say how a company is registered, not which one it is. Longest first: "cong ty tnhh" goes before "cong ty". */
const legalForms = [
  'cong ty trach nhiem huu han mot thanh vien',
  'cong ty trach nhiem huu han',
  'cong ty tnhh mot thanh vien',
  'cong ty tnhh mtv',
  'cong ty tnhh',
  'cong ty co phan',
  'cong ty hop danh',
  'cong ty cp',
  'cong ty',
  'tong cong ty',
  'cty tnhh',
  'cty cp',
  'cty',
  'tap doan',
  'doanh nghiep tu nhan',
  'dntn',
  'tnhh mtv',
  'tnhh',
  'co phan',
  'joint stock company',
  'joint stock',
  'jsc',
  'limited liability company',
  'company limited',
  'co ltd',
  'limited',
  'ltd',
  'llc',
  'llp',
  'plc',
  'incorporated',
  'inc',
  'corporation',
  'corp',
  'company',
  'co',
  'gmbh co kg',
  'gmbh',
  'ag',
  'kg',
  'pte ltd',
  'pte',
  'pty ltd',
  'pty',
  'sdn bhd',
  'bhd',
  'sarl',
  'sas',
  'sa',
  's a r l',
  's a',
  'srl',
  'spa',
  'bv',
  'b v',
  'nv',
  'n v',
  'ab',
  'oy',
  'oyj',
  'aps',
  'as',
  'kk',
  'k k',
  'the',
]
  .map(form => form.split(' '))
  .sort((a, b) => b.length - a.length)

const formsByFirstWord = Map.groupBy(legalForms, ([first = '']) => first)

/**
 * The words by which a company is known: folded, in their order, without legal forms. A name that consists of nothing else
 * keeps all its words.
 *
 * @example companyWords('Công ty TNHH Minh Phát') // ['minh', 'phat']
 * @example companyWords('MINH PHAT Co., Ltd.') // ['minh', 'phat']
 * @example companyWords('Công ty Cổ phần') // ['cong', 'ty', 'co', 'phan']
 */
export function companyWords(name: string): string[] {
  const words = foldText(name)
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const known: string[] = []
  for (let at = 0; at < words.length; ) {
    const form = formsByFirstWord
      .get(words[at] ?? '')
      ?.find(candidate => candidate.every((word, index) => words[at + index] === word))
    if (!form) known.push(words[at] ?? '')
    at += form?.length ?? 1
  }
  return known.length > 0 ? known : words
}
