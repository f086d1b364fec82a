import { Button } from '@mantine/core'
import type { CaseDetail } from '@sixfold/contract/cases'
import { caseSeverity } from '@sixfold/contract/cases'
import { isOver } from '@sixfold/domain/cases/case-state'
import { textIn } from '@sixfold/domain/local-text'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { Link } from '@tanstack/react-router'
import { Fact, Facts } from '../../../parts/facts.tsx'
import { caseWords } from '../../../words/cases.ts'
import { useGrade, useWatch } from '../queries.ts'
import { CaseLamp } from './case-lamp.tsx'
import styles from './cases.module.css'
import { Choice } from './choice.tsx'
import { HandOver } from './hand-over.tsx'

/** Who it is about, who sees to it, how severe it is. */
export function FactsSheet({ one }: { one: CaseDetail }) {
  const say = useSay(caseWords)
  const { language } = useLanguage()
  const grade = useGrade()
  const watch = useWatch()
  const open = one.editable && !isOver(one.state)
  const failed = [grade, watch].find(({ isError }) => isError)
  return (
    <Sheet title={say('facts')} aside={<CaseLamp one={one} />}>
      {failed && <FailureNotice error={failed.error} />}
      <Facts>
        <Fact name={say('contact')}>
          {one.contactId === null ? (
            <span className={styles.quiet}>{say('noContact')}</span>
          ) : (
            <Link to="/contacts/$id" params={{ id: one.contactId }}>
              {one.contactName}
            </Link>
          )}
        </Fact>
        <Fact name={say('about')}>
          {one.factor ? (
            <FactorName index={one.factor.index} name={textIn(one.factor.name, language, 'en')} />
          ) : (
            <span className={styles.quiet}>{say(one.answerHidden ? 'answerHidden' : 'noFactor')}</span>
          )}
        </Fact>
        <Fact name={say('severity')}>
          {say(`severity.${one.severity}`)}
          {open && (
            <Choice
              label={say('grade')}
              choices={caseSeverity.options.map(value => ({ value, label: say(`severity.${value}`) }))}
              current={one.severity}
              onChoose={value => {
                const severity = caseSeverity.options.find(known => known === value)
                if (severity) grade.mutate({ id: one.id, severity })
              }}
            />
          )}
        </Fact>
        <Fact name={say('owner')}>
          {one.ownerName || <span className={styles.quiet}>{say('noOwner')}</span>}
          {open && <HandOver one={one} />}
        </Fact>
        <Fact name={say('answer')}>{say(one.answerWanted ? 'answerWanted' : 'noAnswerWanted')}</Fact>
        <Fact name={say('kind')}>
          {say(`kind.${one.kind}`)}
          {one.openedBy !== '' && (
            <span className={styles.quiet}> · {say('openedBy', { name: one.openedBy })}</span>
          )}
          {one.score !== null && (
            <span className={styles.quiet}> · {say('score', { score: one.score })}</span>
          )}
        </Fact>
        {one.waveName !== '' && <Fact name={say('wave')}>{one.waveName}</Fact>}
        {one.mergedInto && (
          <Fact name={say('mergedInto')}>
            <Link to="/cases/$id" params={{ id: one.mergedInto.id }}>
              {one.mergedInto.receipt}
            </Link>
          </Fact>
        )}
      </Facts>
      <div className={styles.watch}>
        <Button
          size="xs"
          aria-pressed={one.watching}
          loading={watch.isPending}
          onClick={() => watch.mutate({ id: one.id, on: !one.watching })}
        >
          {say(one.watching ? 'unwatch' : 'watch')}
        </Button>
        {one.watchers.length > 0 && (
          <span className={styles.quiet}>
            {say('watchers', { names: one.watchers.map(({ name }) => name).join(', ') })}
          </span>
        )}
      </div>
    </Sheet>
  )
}
