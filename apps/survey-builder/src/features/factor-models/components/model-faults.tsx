import type { ModelFault, ModelPlace } from '@sixfold/domain/factor-model-faults'
import { textIn } from '@sixfold/domain/local-text'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { factorModelWords } from '../../../words/factor-models.ts'
import { useEditing } from '../editing-context.ts'
import { faultText } from '../fault-words.ts'
import styles from './model-editor.module.css'

interface ModelFaultsProps {
  faults: readonly ModelFault[]
  /** Opens the field that a fault is about. */
  onOpen: (place: ModelPlace) => void
}

/** So many of one kind are named one by one. */
const MOST_SHOWN = 12

/** What stops the model, and what it still owes; each leads to its field. */
export function ModelFaults({ faults, onOpen }: ModelFaultsProps) {
  const say = useSay(factorModelWords)
  const stops = faults.filter(({ severity }) => severity === 'stops')
  const advice = faults.filter(({ severity }) => severity === 'advises')
  return (
    <>
      {stops.length > 0 && <FaultList title={say('faults')} faults={stops} onOpen={onOpen} />}
      {advice.length > 0 && <FaultList title={say('advice')} faults={advice} onOpen={onOpen} />}
    </>
  )
}

export const faultsId = 'model-faults'

function FaultList({ title, faults, onOpen }: ModelFaultsProps & { title: string }) {
  const say = useSay(factorModelWords)
  const { language: screens } = useLanguage()
  const { draft, reference } = useEditing()
  const { factors } = draft.content
  const isStop = faults[0]?.severity === 'stops'
  const whereOf = ({ factor, attribute }: ModelPlace): string => {
    const at = factors.findIndex(({ key }) => key === factor)
    const found = factors[at]
    if (!found) return ''
    const name = textIn(found.name, screens, reference) || say('factor', { n: at + 1 })
    const inner = found.attributes.findIndex(({ key }) => key === attribute)
    if (inner < 0) return name
    return `${name}, ${textIn(found.attributes[inner]?.name, screens, reference) || say('attribute', { n: inner + 1 })}`
  }
  return (
    <section className={styles.faults} {...(isStop ? { id: faultsId, tabIndex: -1 } : {})} aria-label={title}>
      <h2 className={styles.heading}>
        {title} <span className={styles.count}>{faults.length}</span>
      </h2>
      <ul>
        {faults.slice(0, MOST_SHOWN).map(fault => {
          const where = whereOf(fault.place)
          const text = faultText(fault, { say, screens, factors: factors.length })
          return (
            <li key={JSON.stringify([fault.code, fault.place])}>
              <LampShape tone={isStop ? 'problem' : 'attention'} />
              {fault.place.field ? (
                <button type="button" onClick={() => onOpen(fault.place)}>
                  {where ? `${where}: ${text}` : text}
                </button>
              ) : (
                <span>{where ? `${where}: ${text}` : text}</span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
