import type { RulePreview } from '@sixfold/contract/cadence-rules'
import type { EventKind } from '@sixfold/domain/roundtables/event-kind'
import { Badge } from '@sixfold/ui/parts/badge'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { Lamp, type Tone } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { cadenceWords } from '../../../words/cadence.ts'
import { dayText } from '../../../words/event-text.ts'
import styles from './cadence.module.css'

const tones: Record<RulePreview['after']['lamp'], Tone> = {
  on_cadence: 'good',
  at_risk: 'attention',
  overdue: 'problem',
}

/** What another rule would change of one kind of event: dates that stay, go and come, and the lamp. */
export function RuleChanges({ kind, preview }: { kind: EventKind; preview: RulePreview }) {
  const { language } = useLanguage()
  const say = useSay(cadenceWords)
  const { dates, before, after } = preview
  const count = (change: string) => dates.filter(one => one.change === change).length
  const changed = count('gone') + count('new')
  return (
    <section className={styles.changes}>
      <h3>{say(kind)}</h3>
      <p>
        {changed === 0
          ? say('noChange')
          : say('counts', { same: count('same'), gone: count('gone'), fresh: count('new') })}
      </p>
      <p>
        <Lamp tone={tones[after.lamp]}>
          {before.lamp === after.lamp
            ? say('lampSame', { lamp: say(after.lamp) })
            : say('lampChange', { before: say(before.lamp), after: say(after.lamp) })}
        </Lamp>
      </p>
      {dates.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        <DataTable
          caption={say('caption', { kind: say(kind) })}
          stacked
          rows={dates}
          rowKey={({ date }) => date}
          columns={[
            { key: 'now', header: say('now'), cell: one => (one.change === 'new' ? '' : day(one.date)) },
            { key: 'after', header: say('after'), cell: one => (one.change === 'gone' ? '' : day(one.date)) },
            {
              key: 'change',
              header: say('change'),
              cell: ({ change }) => (
                <Badge tone={change === 'same' ? 'none' : change === 'new' ? 'good' : 'attention'}>
                  {say(change)}
                </Badge>
              ),
            },
          ]}
        />
      )}
    </section>
  )

  function day(date: string): string {
    return dayText(date, language, 'day')
  }
}
