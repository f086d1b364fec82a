import { Button, Menu } from '@mantine/core'
import type { CaseDetail } from '@sixfold/contract/cases'
import { caseSeverity } from '@sixfold/contract/cases'
import { isOver } from '@sixfold/domain/cases/case-state'
import { textIn } from '@sixfold/domain/local-text'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Person } from '@sixfold/ui/parts/person'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fact, Facts } from '../../../parts/facts.tsx'
import { caseWords } from '../../../words/cases.ts'
import { colleaguesQuery, useGrade, useHandOver, useWatch } from '../queries.ts'
import { CaseLamp } from './case-lamp.tsx'
import styles from './cases.module.css'

/** Who it is about, who sees to it, how severe it is. */
export function FactsSheet({ one }: { one: CaseDetail }) {
  const say = useSay(caseWords)
  const { language } = useLanguage()
  const grade = useGrade()
  const handOver = useHandOver()
  const watch = useWatch()
  const open = one.editable && !isOver(one.state)
  const failed = [grade, handOver, watch].find(({ isError }) => isError)
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
          {open && <HandOver one={one} onChoose={ownerId => handOver.mutate({ id: one.id, ownerId })} />}
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

function HandOver({ one, onChoose }: { one: CaseDetail; onChoose: (id: string) => void }) {
  const say = useSay(caseWords)
  const colleagues = useQuery(colleaguesQuery(one.regionId)).data ?? []
  return (
    <Choice
      label={say('handOver')}
      choices={colleagues.map(({ id, name }) => ({ value: id, label: name, person: true }))}
      current={one.ownerId}
      onChoose={onChoose}
    />
  )
}

interface ChoiceProps {
  label: string
  choices: readonly { value: string; label: string; person?: boolean }[]
  current: string | null
  onChoose: (value: string) => void
}

function Choice({ label, choices, current, onChoose }: ChoiceProps) {
  return (
    <Menu position="bottom-start" width={260} withinPortal>
      <Menu.Target>
        <Button size="compact-xs" variant="subtle" className={styles.choice ?? ''}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu ?? ''}>
        {choices.map(({ value, label: name, person }) => (
          <Menu.Item
            key={value}
            disabled={value === current}
            leftSection={person ? <Person name={name} size={24} /> : undefined}
            onClick={() => onChoose(value)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
