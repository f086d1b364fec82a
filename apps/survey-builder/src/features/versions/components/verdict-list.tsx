import type { SurveyVersion } from '@sixfold/contract/surveys'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { placeOf } from '@sixfold/domain/survey/undo'
import type { QuestionChange } from '@sixfold/domain/survey/versions'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { versionWords } from '../../../words/versions.ts'
import { numberIn, said as words } from '../naming.ts'
import type { Said, VerdictRow } from '../verdicts.ts'
import { countChanges, verdictRows } from '../verdicts.ts'
import { VerdictItem } from './verdict-item.tsx'
import styles from './verdicts.module.css'

interface VerdictListProps {
  before: SurveyVersion
  definition: SurveyDefinition
  said: Said
  onSay: (said: Said) => void
}

/** Every question that is not what it was, each with the author's word about it. */
export function VerdictList({ before, definition, said, onSay }: VerdictListProps) {
  const say = useSay(versionWords)
  const { language: screens } = useLanguage()
  const rows = verdictRows(before.definition, definition, said)
  const sides = { before: { definition: before.definition }, after: { definition } }
  const taken = new Set(Object.values(said.continues))

  const titleOf = ({ proposed, before: was, after: is }: VerdictRow) => {
    const side = is ? sides.after : sides.before
    return say('questionAt', {
      number: numberIn(side.definition, is ? proposed.question : (proposed.earlier ?? '')),
      text: words((is ?? was)?.text, side, { say, screens }),
    })
  }
  const offeredTo = ({ offer, proposed }: VerdictRow) => {
    if (!offer || (taken.has(offer.earlier) && said.continues[proposed.question] !== offer.earlier))
      return null
    const question = placeOf(before.definition, offer.earlier)?.question
    return words(question?.text, sides.before, { say, screens })
  }
  const without = <T,>(record: Readonly<Record<string, T>>, key: string) =>
    Object.fromEntries(Object.entries(record).filter(([other]) => other !== key))
  const onContinue = ({ offer, proposed: { question } }: VerdictRow, continued: boolean) =>
    onSay({
      // Against another question another word is proposed.
      verdicts: without(said.verdicts, question),
      continues: {
        ...without(said.continues, question),
        ...(continued && offer ? { [question]: offer.earlier } : {}),
      },
    })
  const onVerdict = ({ proposed: { question } }: VerdictRow, change: QuestionChange) =>
    onSay({ ...said, verdicts: { ...said.verdicts, [question]: change } })

  return (
    <>
      <p className={styles.lead}>
        {say('publishAgainst', {
          number: before.number,
          at: formatInstant(before.publishedAt, screens, { show: 'date' }),
          ...countChanges(before.definition, definition, said),
        })}
      </p>
      <p className={styles.lead}>{say(rows.length > 0 ? 'decide' : 'decideNone')}</p>
      <ul className={styles.list}>
        {rows.map(row => (
          <VerdictItem
            key={row.proposed.question}
            row={row}
            title={titleOf(row)}
            number={numberIn(definition, row.proposed.question)}
            offered={offeredTo(row)}
            continued={said.continues[row.proposed.question] !== undefined}
            onVerdict={change => onVerdict(row, change)}
            onContinue={continued => onContinue(row, continued)}
          />
        ))}
      </ul>
    </>
  )
}
