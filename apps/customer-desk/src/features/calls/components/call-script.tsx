import { Select } from '@mantine/core'
import type { CallScript as Script } from '@sixfold/contract/calls'
import { uiLanguageFor } from '@sixfold/contract/words'
import { ownName } from '@sixfold/domain/language-name'
import { textIn } from '@sixfold/domain/local-text'
import { formatInstant } from '@sixfold/ui/format'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useEffect, useRef } from 'react'
import { Questionnaire } from '../../../parts/questionnaire/questionnaire.tsx'
import { callWords } from '../../../words/calls.ts'
import type { ScriptAnswers } from '../use-script-answers.ts'
import styles from './calls.module.css'
import { KeyButton } from './key-button.tsx'

export interface CallScriptProps {
  script: Script
  noted: ScriptAnswers
  isBegun: boolean
  isAgreeing: boolean
  isEnding: boolean
  onAgree: () => void
  onFinish: () => void
}

/** What to read out: consent first, then the questions of the survey version. */
export function CallScript(props: CallScriptProps) {
  const { script, noted, isBegun, isAgreeing, isEnding, onAgree, onFinish } = props
  const say = useSay(callWords)
  const { language } = useLanguage()
  const { definition, agreedAt, state } = script
  const questions = useRef<HTMLDivElement>(null)
  const agreedBefore = useRef(agreedAt !== null)
  useEffect(() => {
    if (agreedAt === null || agreedBefore.current) return
    agreedBefore.current = true
    questions.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [agreedAt])
  const aside = agreedAt ? (
    <Lamp tone="good">{say('agreedAt', { time: formatInstant(agreedAt, language, { show: 'time' }) })}</Lamp>
  ) : undefined
  return (
    <Sheet title={say('script')} aside={aside}>
      {state === 'finished' ? (
        <p>{say('answered')}</p>
      ) : (
        <>
          {definition.languages.length > 1 && (
            <Select
              className={styles.choice ?? ''}
              label={say('readIn')}
              data={definition.languages.map(one => ({ value: one, label: ownName(one) }))}
              value={noted.language}
              allowDeselect={false}
              onChange={chosen => noted.setLanguage(chosen ?? noted.language)}
            />
          )}
          <p className={styles.opening} lang={noted.language}>
            {textIn(definition.welcome, noted.language, definition.defaultLanguage)}
          </p>
          {agreedAt ? (
            <>
              <div ref={questions} className={styles.questions}>
                <Questionnaire
                  definition={definition}
                  language={noted.language}
                  answers={noted.answers}
                  faults={noted.faults}
                  onAnswer={noted.give}
                />
              </div>
              {isBegun && (
                <KeyButton
                  letter="s"
                  label={say('finish')}
                  variant="filled"
                  loading={isEnding}
                  onClick={onFinish}
                />
              )}
              <p className={styles.kept} role="status">
                {say(noted.state === 'kept' ? 'saved' : noted.state === 'saving' ? 'saving' : 'unsaved')}
              </p>
            </>
          ) : (
            <div className={styles.consent}>
              <p className={styles.ask} lang={uiLanguageFor(noted.language)}>
                {callWords(uiLanguageFor(noted.language))('consent')}
              </p>
              <p className={styles.small}>{say(isBegun ? 'consentHelp' : 'beginFirst')}</p>
              {isBegun && (
                <KeyButton
                  letter="a"
                  label={say('agrees')}
                  variant="filled"
                  loading={isAgreeing}
                  onClick={onAgree}
                />
              )}
            </div>
          )}
        </>
      )}
    </Sheet>
  )
}
