import type { LocalText } from '../../local-text.ts'
import { foldText } from '../../text/fold.ts'

/** How the five labels of a foreign scale stand to the standard one. */
export interface StandardScale {
  kind: 'satisfaction' | 'agreement'
  /** The worst stands first, as it does here. */
  ascending: boolean
}

const WORDS = {
  satisfaction: {
    good: /satisf|hai long|zufrieden|content|satisfech/,
    bad: /dissatisf|unsatisf|khong hai long|bat man|unzufrieden|insatisf|mecontent/,
  },
  agreement: {
    good: /agree|dong y|tan thanh|stimme .*zu|d'accord|acuerdo/,
    bad: /disagree|khong dong y|phan doi|nicht zu|pas d'accord|desacuerdo/,
  },
} as const

/**
 * Whether five labels are the standard scale of satisfaction or agreement, the other way round perhaps: their outer four
 * speak of it, two of them against it. Null: another scale.
 *
 * @example standardScale([{ en: 'Very dissatisfied' }, { en: 'Dissatisfied' }, { en: 'Neither' }, { en: 'Satisfied' }, { en: 'Very satisfied' }])
 * // { kind: 'satisfaction', ascending: true }
 */
export function standardScale(labels: readonly LocalText[]): StandardScale | null {
  if (labels.length !== 5) return null
  const said = labels.map(label => foldText(Object.values(label).join(' ')))
  for (const kind of ['satisfaction', 'agreement'] as const) {
    const { good, bad } = WORDS[kind]
    const signs = said.map(words => (bad.test(words) ? -1 : good.test(words) ? 1 : 0))
    const [first, second, , fourth, fifth] = signs
    if (first === -1 && second === -1 && fourth === 1 && fifth === 1) return { kind, ascending: true }
    if (first === 1 && second === 1 && fourth === -1 && fifth === -1) return { kind, ascending: false }
  }
  return null
}
