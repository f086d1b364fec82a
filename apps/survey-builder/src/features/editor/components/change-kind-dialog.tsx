import { Button, Modal } from '@mantine/core'
import type { KindChange } from '@sixfold/domain/survey/change-kind'
import { changeKind } from '@sixfold/domain/survey/change-kind'
import type { Question, QuestionKind } from '@sixfold/domain/survey/question'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { kindNames } from '../../../words/kinds.ts'
import { paletteWords } from '../../../words/palette.ts'
import { fieldId, useEditorActions } from '../editor-context.ts'
import styles from './change-kind-dialog.module.css'
import { KindList } from './palette/kind-list.tsx'
import paletteStyles from './palette/palette.module.css'

interface ChangeKindDialogProps {
  question: Question
  onClose: () => void
}

/** Makes a question another kind; before it does, it says what will be lost. */
export function ChangeKindDialog({ question, onClose }: ChangeKindDialogProps) {
  const say = useSay(paletteWords)
  const sayCommon = useSay(commonWords)
  const sayKind = useSay(kindNames)
  const { now, edit, focus } = useEditorActions()
  const [kind, setKind] = useState<QuestionKind | null>(null)
  const changeTo = (next: QuestionKind) => changeKind(question, next, now().definition.languages)
  const change = kind && changeTo(kind)

  function choose(next: QuestionKind) {
    const chosen = changeTo(next)
    if (chosen.lost.length === 0) apply(chosen)
    else setKind(next)
  }
  function apply(change: KindChange) {
    edit({ op: 'replace-question', question: change.question })
    toast.done(say('changed', { kind: sayKind(change.question.kind) }), {
      label: sayCommon('undo'),
      run: () => now().session.undo(),
    })
    onClose()
    focus(fieldId('canvas', question.id))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size={kind ? 'md' : 900}
      title={say('changeKind')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
      classNames={kind ? {} : { content: paletteStyles.content ?? '', body: paletteStyles.body ?? '' }}
    >
      {change ? (
        <>
          <Lost lost={change.lost} kind={sayKind(change.question.kind)} />
          <div className={styles.actions}>
            <Button variant="subtle" onClick={() => setKind(null)}>
              {say('otherKind')}
            </Button>
            <Button data-autofocus variant="filled" onClick={() => apply(change)}>
              {say('changeDo', { kind: sayKind(change.question.kind) })}
            </Button>
          </div>
        </>
      ) : (
        <div className={styles.choose}>
          <p className={styles.text}>{say('changeKindText')}</p>
          <KindList without={question.kind} onChoose={choose} />
        </div>
      )}
    </Modal>
  )
}

function Lost({ lost, kind }: { lost: KindChange['lost']; kind: string }) {
  const say = useSay(paletteWords)
  return (
    <>
      <p className={styles.lost}>
        <LampShape tone="attention" />
        {say('willBeLost', { kind })}
      </p>
      <ul className={styles.list}>
        {lost.map(one => (
          <li key={one}>{say(`lost.${one}`)}</li>
        ))}
      </ul>
    </>
  )
}
