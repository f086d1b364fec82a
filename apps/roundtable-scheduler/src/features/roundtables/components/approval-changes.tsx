import type { EventApproval } from '@sixfold/contract/roundtables'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { dayText } from '../../../words/event-text.ts'
import { freezeWords } from '../../../words/freeze.ts'
import styles from './approvals.module.css'

type Changes = EventApproval['changes']
type Field = keyof Changes

/** What a request would change, field by field: now and then. */
export function ApprovalChanges({ approval }: { approval: EventApproval }) {
  const { language } = useLanguage()
  const say = useSay(freezeWords)
  const { changes, before } = approval
  const fields = Object.keys(changes) as Field[]
  return (
    <dl className={styles.fields}>
      {fields.map(field => (
        <div key={field}>
          <dt>{say(`field.${field}`)}</dt>
          <dd>
            <small>{say('from')}</small> {valueText(field, before)}
          </dd>
          <dd>
            <small>{say('to')}</small> <strong>{valueText(field, changes)}</strong>
          </dd>
        </div>
      ))}
    </dl>
  )

  function valueText(field: Field, values: Changes): string {
    if (field === 'title' || field === 'description')
      return values[field]?.[language] || Object.values(values[field] ?? {}).find(Boolean) || say('otherText')
    if (field === 'speakerIds') return values === changes ? say('otherPeople') : ''
    if (field === 'seating') return values === changes ? say('otherSeating') : ''
    const value = values[field]
    if (field === 'capacity') return value === null ? say('noLimit') : String(value ?? '')
    if (value === null || value === undefined) return say('never')
    const isDay = field === 'date' || field === 'answerBy' || field === 'freezeOn'
    return isDay ? dayText(String(value), language, 'day') : String(value)
  }
}
