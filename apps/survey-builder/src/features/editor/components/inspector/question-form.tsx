import { Button } from '@mantine/core'
import type { Question } from '@sixfold/domain/survey/question'
import { Badge } from '@sixfold/ui/parts/badge'
import { useSay } from '@sixfold/ui/parts/language'
import { memo, Suspense, useState } from 'react'
import { editorWords } from '../../../../words/editor.ts'
import { kindNames } from '../../../../words/kinds.ts'
import { settingWords } from '../../../../words/settings.ts'
import { fieldId, useEditor, useEditorActions } from '../../editor-context.ts'
import { useRemoval } from '../../use-removal.ts'
import styles from '../inspector.module.css'
import { ChangeKindDialog } from '../later-dialogs.tsx'
import { FactorField } from './factor-field.tsx'
import { KindSettings, MEASURES } from './kind-settings.tsx'
import { PartTexts } from './part-texts.tsx'
import { QuestionTexts } from './question-texts.tsx'
import { RemoveButton } from './remove-button.tsx'
import { SwitchSetting } from './setting-fields.tsx'

/** All settings of one question. Each section is a part of its own. */
export function QuestionForm({ question }: { question: Question }) {
  const say = useSay(editorWords)
  const { language } = useEditor()
  const { edit } = useEditorActions()
  const remove = useRemoval()
  return (
    <>
      <KindOf question={question} />
      {MEASURES[question.kind] && (
        <FactorField
          id={fieldId('factor')}
          label={say('factor')}
          factor={question.measures?.factor}
          attribute={question.measures?.attribute}
          language={language}
          onChange={measures => edit({ op: 'set-measures', question: question.id, measures })}
        />
      )}
      <QuestionTexts question={question} fields={['text', 'help']} />
      <KindSettings question={question} />
      <PartTexts question={question} />
      {question.kind !== 'statement' && <Required id={question.id} required={question.required} />}
      <AgainstVersion id={question.id} />
      <RemoveButton label={say('removeQuestion')} onClick={() => remove.question(question.id)} />
    </>
  )
}

function KindOf({ question }: { question: Question }) {
  const say = useSay(editorWords)
  const sayKind = useSay(kindNames)
  const [changing, setChanging] = useState(false)
  return (
    <div className={styles.kind}>
      <span className={styles.fact}>
        <span className={styles.label}>{say('kind')}</span>
        <span>{sayKind(question.kind)}</span>
      </span>
      <Button size="xs" variant="subtle" onClick={() => setChanging(true)}>
        {say('changeKind')}
      </Button>
      <Suspense>
        {changing && <ChangeKindDialog question={question} onClose={() => setChanging(false)} />}
      </Suspense>
    </div>
  )
}

const Required = memo(function Required({ id, required }: { id: string; required: boolean }) {
  const say = useSay(settingWords)
  const { edit } = useEditorActions()
  return (
    <SwitchSetting
      label={say('required')}
      help={say('requiredHelp')}
      checked={required}
      onChange={next => edit({ op: 'set-required', question: id, required: next })}
    />
  )
})

/** Law 1 in words: what became of this question since the latest version. */
function AgainstVersion({ id }: { id: string }) {
  const say = useSay(editorWords)
  const { changes, latestVersion } = useEditor()
  const change = changes?.[id]
  if (!change || change === 'dropped') return null
  return (
    <div className={styles.fact}>
      <span className={styles.label}>
        {latestVersion === null ? say('againstEarlier') : say('againstVersion', { number: latestVersion })}
      </span>
      <span className={styles.against}>
        <Badge>{say(change)}</Badge>
        <span className={styles.quiet}>{say(`${change}Text`)}</span>
      </span>
    </div>
  )
}
