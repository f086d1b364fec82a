import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core'
import { textIn } from '@sixfold/domain/local-text'
import { questionsOf } from '@sixfold/domain/survey/definition'
import { minutesToAnswer } from '@sixfold/domain/survey/length'
import { formatInstant, formatNumber } from '@sixfold/ui/format'
import { ownName } from '@sixfold/ui/language-name'
import { Badge } from '@sixfold/ui/parts/badge'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { SaveState } from '@sixfold/ui/parts/save-state'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { editorWords } from '../../../words/editor.ts'
import { useEditor } from '../editor-context.ts'
import { People } from './people.tsx'
import styles from './top-bar.module.css'

interface TopBarProps {
  onLanguage: (language: string) => void
  /** Links of the page: preview, versions. */
  links: ReactNode
  /** The one primary button. */
  action: ReactNode
}

export function TopBar({ onLanguage, links, action }: TopBarProps) {
  const say = useSay(editorWords)
  const { language: screens } = useLanguage()
  const { session, definition, latestVersion, changed } = useEditor()
  const { draft } = session
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>{textIn(definition.title, screens, definition.defaultLanguage)}</h1>
      <Badge>
        {latestVersion !== null && !changed
          ? say('version', { number: latestVersion })
          : say('draftOf', { number: (latestVersion ?? 0) + 1 })}
      </Badge>
      <SaveState
        state={session.progress}
        at={formatInstant(draft.saved.updatedAt, screens, { show: 'time' })}
      />
      <span className={styles.history}>
        <Tool label={say('undo')} keys="Control+Z" disabled={draft.past.length === 0} onClick={session.undo}>
          <IconArrowBackUp size={18} stroke={1.5} aria-hidden="true" />
        </Tool>
        <Tool
          label={say('redo')}
          keys="Control+Shift+Z"
          disabled={draft.future.length === 0}
          onClick={session.redo}
        >
          <IconArrowForwardUp size={18} stroke={1.5} aria-hidden="true" />
        </Tool>
      </span>
      <div className={styles.end}>
        <TimeToAnswer />
        <LanguageChoice onLanguage={onLanguage} />
        {links}
        <People />
        {action}
      </div>
    </header>
  )
}

interface ToolProps {
  label: string
  keys: string
  disabled: boolean
  onClick: () => void
  children: ReactNode
}

function Tool({ label, keys, disabled, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} aria-keyshortcuts={keys} disabled={disabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

/** Rounded up to half a minute: a promise to the customer is kept rather late than early. */
function TimeToAnswer() {
  const say = useSay(editorWords)
  const { language } = useLanguage()
  const { definition, minutesAtMost } = useEditor()
  const minutes = minutesToAnswer(definition)
  const shown = say('minutes', { minutes: formatNumber(Math.ceil(minutes * 2) / 2, language, 1) })
  const of = say('ofMinutes', { minutes: minutesAtMost })
  return (
    <div className={styles.time}>
      <span aria-hidden="true">
        {shown} <span className={styles.quiet}>{of}</span>
      </span>
      <meter
        aria-label={say('timeToAnswer')}
        aria-valuetext={`${shown} ${of}`}
        min={0}
        max={minutesAtMost}
        value={Math.min(minutes, minutesAtMost)}
      />
      <i aria-hidden="true" data-over={minutes > minutesAtMost || undefined}>
        <b style={{ width: `${Math.min(100, (100 * minutes) / minutesAtMost)}%` }} />
      </i>
    </div>
  )
}

/** The survey's languages, with how much of it is written in each that is behind. */
function LanguageChoice({ onLanguage }: { onLanguage: (language: string) => void }) {
  const say = useSay(editorWords)
  const { definition, language } = useEditor()
  const questions = questionsOf(definition)
  return (
    <SegmentedControl
      aria-label={say('surveyLanguage')}
      size="sm"
      value={language}
      onChange={onLanguage}
      data={definition.languages.map(one => {
        const done = questions.filter(question => question.text[one]?.trim()).length
        return {
          value: one,
          label: (
            <span lang={one}>
              {ownName(one)}
              {done < questions.length && (
                <span className={styles.done} lang="und">
                  {done}/{questions.length}
                </span>
              )}
            </span>
          ),
        }
      })}
    />
  )
}
