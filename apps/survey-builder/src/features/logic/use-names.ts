import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useMemo } from 'react'
import { logicWords } from '../../words/logic.ts'
import type { LogicSetting } from './logic-setting.ts'
import type { Names } from './names.ts'

/** The names behind the ids of a survey's logic, in the reader's language. */
export function useNames({ definition, places, language, regions }: LogicSetting): Names {
  const say = useSay(logicWords)
  const { language: screens } = useLanguage()
  return useMemo(
    () => ({ definition, places, language, regions, say, screens }),
    [definition, places, language, regions, say, screens],
  )
}
