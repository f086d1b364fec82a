import type { CaseRule } from '@sixfold/contract/case-rules'
import { textIn } from '@sixfold/domain/local-text'
import { formatNumber } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { ruleWords } from '../../words/case-rules.ts'
import { caseWords } from '../../words/cases.ts'
import { useFactorChoices, useSegmentChoices } from './queries.ts'

/** What a rule says, part by part. */
export function useTermsText(): (terms: CaseRule['terms']) => string[] {
  const say = useSay(ruleWords)
  const sayCase = useSay(caseWords)
  const { language } = useLanguage()
  const factors = useFactorChoices()
  const segments = useSegmentChoices()
  const regions = useSession().data?.regions ?? []
  return terms => {
    const names = terms.factors.map(key => {
      const factor = factors.find(one => one.key === key)
      return factor ? textIn(factor.name, language, 'en') : key
    })
    const list = (values: readonly string[], nameOf: (value: string) => string | undefined) =>
      values.length === 0 ? [] : [values.map(value => nameOf(value) ?? value).join(', ')]
    return [
      say(`trigger.${terms.trigger}`),
      ...(terms.trigger === 'score'
        ? [
            say(`low.${terms.atMost as 1 | 2 | 3}`, {
              factors: names.length === 0 ? say('anyFactor') : names.join(', '),
            }),
          ]
        : []),
      ...list(terms.regionIds, id => regions.find(region => region.id === id)?.name ?? say('elsewhere')),
      ...list(terms.segments, value => segments.find(one => one.value === value)?.label),
      ...(terms.trigger === 'silence' ? [] : list(terms.seniorities, sayOf)),
      ...(terms.revenueFrom === null
        ? []
        : [say('revenueSays', { amount: formatNumber(terms.revenueFrom, language) })]),
      `${sayCase('severity')}: ${sayCase(`severity.${terms.severity}`)}`,
    ]
    function sayOf(value: string) {
      return say(`seniority.${value as (typeof terms.seniorities)[number]}`)
    }
  }
}
