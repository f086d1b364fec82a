import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { textIn } from '@sixfold/domain/local-text'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import type { TextsChange } from '@sixfold/domain/survey/texts-csv'
import { textsCsv } from '@sixfold/domain/survey/texts-csv'
import { languageName } from '@sixfold/ui/language-name'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { LanguagePicker } from '@sixfold/ui/parts/language-picker'
import { toast } from '@sixfold/ui/parts/toast'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { languageWords } from '../../../words/languages.ts'
import { fileName, saveTextFile } from '../save-file.ts'
import { countStates, filterGroups, nextGap, textGroups, writtenIn } from '../text-rows.ts'
import { ImportDialog } from './import-dialog.tsx'
import { LanguageBar } from './language-bar.tsx'
import { LanguageMenu } from './language-menu.tsx'
import styles from './languages.module.css'
import { RemoveLanguage } from './remove-language.tsx'
import { fieldId } from './text-row.tsx'
import { TextTable } from './text-table.tsx'

/** The draft that is translated, and what can be done with it. */
export interface Translation {
  definition: SurveyDefinition
  /** Several operations are one step of undo. */
  edit: (...operations: SurveyOperation[]) => void
  /** Null where there is nothing to take back, or to do again. */
  undo: (() => void) | null
  redo: (() => void) | null
}

export interface TranslatorAddress {
  language?: string | undefined
  show?: 'all' | 'gaps' | undefined
}

interface TranslatorProps {
  translation: Translation
  /** What was asked last, with its number; null when nothing was. */
  before: { number: number; definition: SurveyDefinition } | null
  readOnly: boolean
  address: TranslatorAddress
  onAddress: (address: TranslatorAddress) => void
  /** Whether what was written is kept. */
  saved: ReactNode
}

/** Every text of a survey beside its source, in one language after the other. */
export function Translator({ translation, before, readOnly, address, onAddress, saved }: TranslatorProps) {
  const say = useSay(languageWords)
  const { language: screens } = useLanguage()
  const { definition, edit } = translation
  const { defaultLanguage, languages } = definition
  const others = languages.filter(one => one !== defaultLanguage)
  const language = others.find(one => one === address.language) ?? others[0]
  const show = address.show ?? 'all'
  const [search, setSearch] = useState('')
  const [here, setHere] = useState<string>()
  const [dialog, setDialog] = useState<'import' | 'remove' | null>(null)
  const nameOf = (one: string) => languageName(one, screens)

  function setLanguages(next: readonly string[], first = defaultLanguage) {
    edit({ op: 'set-languages', languages: next, defaultLanguage: first })
  }

  function add(one: string) {
    setLanguages([...languages, one])
    toast.done(say('added', { language: capital(nameOf(one)) }))
    onAddress({ ...address, language: one })
  }

  if (language === undefined)
    return (
      <EmptyState
        title={say('onlyOne')}
        action={!readOnly && <LanguagePicker label={say('addLanguage')} taken={languages} onPick={add} />}
      >
        {say('onlyOneText')}
      </EmptyState>
    )

  const groups = textGroups({ definition, before: before?.definition ?? null, language })
  const shown = filterGroups(groups, { show, search, keep: here })

  function toNextGap() {
    const row = nextGap(groups, here)
    if (!row) return
    setSearch('')
    setHere(row.key)
    // What was filtered away is drawn first.
    requestAnimationFrame(() => {
      const field = document.getElementById(fieldId(row.key))
      field?.focus()
      field?.scrollIntoView({ block: 'center' })
    })
  }

  function remove() {
    setLanguages(languages.filter(one => one !== language))
    setDialog(null)
    toast.done(say('removed', { language: nameOf(language ?? '') }))
    onAddress({ show: address.show })
  }

  function take(changes: readonly TextsChange[]) {
    edit(...changes.map(({ operation }) => operation))
    setDialog(null)
    toast.done(say('imported', { n: changes.length }))
  }

  function keys(event: KeyboardEvent) {
    const key = event.key.toLowerCase()
    if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) translation.redo?.()
    else translation.undo?.()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for shortcuts of the fields inside
    <div onKeyDown={keys}>
      <LanguageBar
        languages={others}
        taken={languages}
        language={language}
        counts={countStates(groups)}
        show={show}
        search={search}
        readOnly={readOnly}
        onLanguage={one => onAddress({ ...address, language: one })}
        onAdd={add}
        onShow={next => {
          setHere(undefined)
          onAddress({ ...address, show: next === 'all' ? undefined : next })
        }}
        onSearch={sought => {
          setHere(undefined)
          setSearch(sought)
        }}
        onNext={toNextGap}
      >
        {saved}
        {!readOnly && (
          <span className={styles.tools}>
            <Step label={say('undo')} keys="Control+Z" run={translation.undo} icon={IconArrowBackUp} />
            <Step
              label={say('redo')}
              keys="Control+Shift+Z"
              run={translation.redo}
              icon={IconArrowForwardUp}
            />
          </span>
        )}
        <LanguageMenu
          language={language}
          readOnly={readOnly}
          onExport={() =>
            saveTextFile(
              fileName(
                say('fileName', {
                  title: textIn(definition.title, screens, defaultLanguage),
                  language: nameOf(language),
                }),
              ),
              textsCsv(definition, language),
            )
          }
          onImport={() => setDialog('import')}
          onDefault={() => {
            setLanguages(languages, language)
            toast.done(say('defaultNow', { language: capital(nameOf(language)) }))
            onAddress({ ...address, language: defaultLanguage })
          }}
          onRemove={() => setDialog('remove')}
        />
      </LanguageBar>
      {shown.length === 0 ? (
        <EmptyState
          title={say('nothing')}
          action={
            <Button
              onClick={() => {
                setSearch('')
                onAddress({ ...address, show: undefined })
              }}
            >
              {say('showAll')}
            </Button>
          }
        >
          {say(search ? 'nothingSearch' : 'nothingGaps')}
        </EmptyState>
      ) : (
        <TextTable
          definition={definition}
          groups={shown}
          language={language}
          askedIn={before?.number ?? null}
          readOnly={readOnly}
          onEdit={edit}
          onEnter={setHere}
        />
      )}
      {dialog === 'import' && (
        <ImportDialog
          definition={definition}
          language={language}
          onClose={() => setDialog(null)}
          onImport={take}
        />
      )}
      {dialog === 'remove' && (
        <RemoveLanguage
          language={language}
          other={defaultLanguage}
          texts={writtenIn(definition, language)}
          onClose={() => setDialog(null)}
          onRemove={remove}
        />
      )}
    </div>
  )
}

interface StepProps {
  label: string
  keys: string
  run: (() => void) | null
  icon: typeof IconArrowBackUp
}

function Step({ label, keys, run, icon: Icon }: StepProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} aria-keyshortcuts={keys} disabled={run === null} onClick={() => run?.()}>
        <Icon size={18} stroke={1.5} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  )
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
