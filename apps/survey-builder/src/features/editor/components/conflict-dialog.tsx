import { Button, Modal, Radio } from '@mantine/core'
import { operationTarget } from '@sixfold/domain/survey/operation-value'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useState } from 'react'
import { editorWords } from '../../../words/editor.ts'
import { describeClash } from '../describe-operation.ts'
import type { Conflict } from '../draft.ts'
import { useEditor } from '../editor-context.ts'
import styles from './conflict-dialog.module.css'

type Side = 'mine' | 'theirs'

/** Two people changed the same things: both versions, one choice for each. Nothing is saved before it is made. */
export function ConflictDialog({ conflict }: { conflict: Conflict }) {
  const say = useSay(editorWords)
  const { language } = useLanguage()
  const { definition, model, session } = useEditor()
  const name = conflict.theirs.updatedBy
  const clashes = conflict.clashes.map(clash => ({
    key: operationTarget(clash.mine),
    operation: clash.mine,
    ...describeClash(clash, { say, screens: language, definition, model }),
  }))
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const sideOf = (clash: { key: string; gone: boolean }): Side =>
    clash.gone ? 'theirs' : (chosen[clash.key] ?? 'mine')
  const all = (side: Side) => setChosen(Object.fromEntries(clashes.map(({ key }) => [key, side])))
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size={640}
      title={say('conflictTitle', { name })}
    >
      <p className={styles.lead}>{say('conflictText')}</p>
      <ol className={styles.clashes}>
        {clashes.map(clash => (
          <li key={clash.key}>
            <Radio.Group
              label={clash.subject}
              value={sideOf(clash)}
              onChange={side => setChosen({ ...chosen, [clash.key]: side === 'theirs' ? 'theirs' : 'mine' })}
            >
              <div className={styles.sides}>
                <Radio
                  value="mine"
                  disabled={clash.gone}
                  label={<Version title={say('conflictMine')} text={clash.mine} />}
                  className={styles.side ?? ''}
                />
                <Radio
                  value="theirs"
                  label={<Version title={say('conflictTheirs', { name })} text={clash.theirs} />}
                  className={styles.side ?? ''}
                />
              </div>
            </Radio.Group>
          </li>
        ))}
      </ol>
      <div className={styles.actions}>
        {clashes.length > 1 && (
          <>
            <Button variant="subtle" onClick={() => all('mine')}>
              {say('conflictAllMine')}
            </Button>
            <Button variant="subtle" onClick={() => all('theirs')}>
              {say('conflictAllTheirs')}
            </Button>
          </>
        )}
        <Button
          variant="filled"
          data-autofocus
          onClick={() =>
            session.choose(
              clashes.filter(clash => sideOf(clash) === 'mine').map(({ operation }) => operation),
            )
          }
        >
          {say('conflictDo')}
        </Button>
      </div>
    </Modal>
  )
}

function Version({ title, text }: { title: string; text: string }) {
  return (
    <>
      <span className={styles.who}>{title}</span>
      <span className={styles.text}>{text}</span>
    </>
  )
}
