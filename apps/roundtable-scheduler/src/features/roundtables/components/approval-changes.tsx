import type { EventApproval } from '@sixfold/contract/roundtables'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { dayText } from '../../../words/event-text.ts'
import { freezeWords } from '../../../words/freeze.ts'

type Changes = EventApproval['changes']
type Field = keyof Changes

/** What a request would change, field by field: now and then. */
export function ApprovalChanges({ approval }: { approval: EventApproval }) {
  const { language } = useLanguage()
  const say = useSay(freezeWords)
  const { changes, before } = approval
  const fields = Object.keys(changes) as Field[]
  return (
    <DataTable
      caption={say('asksTitle', { name: approval.askedBy })}
      rows={fields}
      rowKey={field => field}
      columns={[
        { key: 'field', header: say('field'), rowHeader: true, cell: field => say(`field.${field}`) },
        { key: 'from', header: say('from'), cell: field => valueText(field, before) },
        { key: 'to', header: say('to'), cell: field => valueText(field, changes) },
      ]}
    />
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
