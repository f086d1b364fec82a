import type { WaveQuotas } from '@sixfold/contract/open-links'
import { textIn } from '@sixfold/domain/local-text'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { openLinkWords } from '../../words/open-links.ts'

type QuotaQuestion = WaveQuotas['questions'][number]
type QuotaOption = QuotaQuestion['options'][number]

/** How questions and their answers are called, in the language of the screen. */
export function useGroupNames() {
  const say = useSay(openLinkWords)
  const { language } = useLanguage()
  return {
    question: ({ text }: QuotaQuestion) => textIn(text, language, 'en'),
    option: ({ option, text }: QuotaOption) =>
      text ? textIn(text, language, 'en') : say(option === 'yes' ? 'yes' : 'no'),
  }
}
