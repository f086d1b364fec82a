import { Button, Select } from '@mantine/core'
import type { KeptFactorModel } from '@sixfold/contract/factor-models'
import { carriesQuarterlySurvey } from '@sixfold/domain/factor-model'
import { textIn } from '@sixfold/domain/local-text'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { factorModelWords } from '../../../words/factor-models.ts'
import { factorModelsQuery } from '../queries.ts'
import { ModelFactors } from './model-factors.tsx'
import styles from './survey-model.module.css'

interface SurveyModelProps {
  /** What the survey stands on. */
  current: { key: string; version: number }
  onChange: (model: { key: string; version: number }) => void
  /** The way to the models themselves. */
  link: ReactNode
}

/** Which factor model a survey stands on; a newer version is taken only by somebody's choice. */
export function SurveyModel({ current, onChange, link }: SurveyModelProps) {
  const say = useSay(factorModelWords)
  const { language } = useLanguage()
  const models = useQuery(factorModelsQuery())
  const labelOf = (model: KeptFactorModel) => {
    const name = textIn(model.name, language, 'en') || say('untitled')
    return carriesQuarterlySurvey(model) ? name : say('withFactors', { name, n: model.factors.length })
  }
  return (
    <QueryStates query={models}>
      {({ items }) => {
        const latest = items.find(({ key }) => key === current.key)
        const isBehind = latest !== undefined && latest.version > current.version
        return (
          <div className={styles.model}>
            <Select
              label={say('surveyModel')}
              description={say('surveyModelHelp')}
              data={items.map(model => ({
                value: model.key,
                label: labelOf(model),
                disabled: !carriesQuarterlySurvey(model) && model.key !== current.key,
              }))}
              value={current.key}
              allowDeselect={false}
              onChange={key => {
                const chosen = items.find(model => model.key === key)
                if (chosen && chosen.key !== current.key)
                  onChange({ key: chosen.key, version: chosen.version })
              }}
            />
            {latest?.origin === 'own' && (
              <p className={styles.quiet}>{say('standsOn', { version: current.version })}</p>
            )}
            {isBehind && (
              <div className={styles.newer}>
                <p>{say('newerVersion', { version: latest.version })}</p>
                <Button size="xs" onClick={() => onChange({ key: latest.key, version: latest.version })}>
                  {say('takeVersion', { version: latest.version })}
                </Button>
              </div>
            )}
            {latest && !isBehind && <ModelFactors factors={latest.factors} />}
            {link}
          </div>
        )
      }}
    </QueryStates>
  )
}
