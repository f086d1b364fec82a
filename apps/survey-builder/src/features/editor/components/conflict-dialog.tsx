import { Button, Modal, Radio } from '@mantine/core'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useState } from 'react'
import type { SurveySide } from '../../../parts/setting-value.ts'
import { togetherWords } from '../../../words/together.ts'
import type { DescribedClash, SideWords } from '../clash-words.ts'
import { describeClash } from '../clash-words.ts'
import type { Conflict } from '../draft.ts'
import styles from './conflict-dialog.module.css'

type Side = 'mine' | 'theirs'

interface ConflictDialogProps {
  conflict: Conflict
  /** The survey as each of the two left it. */
  sides: { mine: SurveySide; theirs: SurveySide }
  /** The keys of the clashes in which mine stays. */
  onChoose: (mine: ReadonlySet<string>) => void
}

/** Two people changed the same things: both versions, one choice for each. Nothing is saved before each is made. */
export function ConflictDialog({ conflict, sides, onChoose }: ConflictDialogProps) {
  const say = useSay(togetherWords)
  const { language: screens } = useLanguage()
  const name = conflict.theirs.updatedBy
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const sideOf = (key: string, isPossible: boolean) => (isPossible ? chosen[key] : 'theirs')
  const left = conflict.clashes.filter(({ key, choice }) => !sideOf(key, choice !== null)).length
  const all = (side: Side) => setChosen(Object.fromEntries(conflict.clashes.map(({ key }) => [key, side])))
  const confirm = () =>
    onChoose(
      new Set(
        conflict.clashes
          .filter(({ key, choice }) => sideOf(key, choice !== null) === 'mine')
          .map(({ key }) => key),
      ),
    )
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size={680}
      title={say('conflictTitle', { name })}
    >
      {/* Whoever is typing when it opens chooses nothing by that. */}
      <p className={styles.lead} data-autofocus tabIndex={-1}>
        {say('conflictText')}
      </p>
      <ol className={styles.clashes}>
        {conflict.clashes.map(clash => (
          <li key={clash.key}>
            <ClashChoice
              described={describeClash(clash, { say, screens, name, ...sides })}
              name={name}
              isPossible={clash.choice !== null}
              side={sideOf(clash.key, clash.choice !== null) ?? null}
              onChange={side => setChosen({ ...chosen, [clash.key]: side })}
            />
          </li>
        ))}
      </ol>
      <div className={styles.actions}>
        {conflict.clashes.length > 1 && (
          <>
            <Button variant="subtle" onClick={() => all('mine')}>
              {say('conflictAllMine')}
            </Button>
            <Button variant="subtle" onClick={() => all('theirs')}>
              {say('conflictAllTheirs')}
            </Button>
          </>
        )}
        <span className={styles.left} role="status">
          {left > 0 && say('conflictLeft', { n: left })}
        </span>
        <Button variant="filled" disabled={left > 0} onClick={confirm}>
          {say('conflictDo')}
        </Button>
      </div>
    </Modal>
  )
}

interface ClashChoiceProps {
  described: DescribedClash
  name: string
  /** Mine may have no place any more. */
  isPossible: boolean
  side: Side | null
  onChange: (side: Side) => void
}

function ClashChoice({ described, name, isPossible, side, onChange }: ClashChoiceProps) {
  const say = useSay(togetherWords)
  const lang = described.language ?? undefined
  return (
    <Radio.Group
      label={described.subject}
      value={side}
      onChange={value => onChange(value === 'mine' ? 'mine' : 'theirs')}
    >
      <div className={styles.sides}>
        <Radio
          value="mine"
          disabled={!isPossible}
          label={<Version title={say('conflictMine')} words={described.mine} lang={lang} />}
          className={styles.side ?? ''}
        />
        <Radio
          value="theirs"
          label={<Version title={say('conflictTheirs', { name })} words={described.theirs} lang={lang} />}
          className={styles.side ?? ''}
        />
      </div>
    </Radio.Group>
  )
}

function Version({ title, words, lang }: { title: string; words: SideWords; lang: string | undefined }) {
  return (
    <>
      <span className={styles.who}>{title}</span>
      <span className={styles.text} lang={lang}>
        {words.line}
      </span>
      {words.details.map(detail => (
        <span key={detail} className={styles.detail}>
          {detail}
        </span>
      ))}
    </>
  )
}
