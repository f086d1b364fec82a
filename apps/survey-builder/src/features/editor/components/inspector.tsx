import { Button, Select, Switch, Textarea } from '@mantine/core'
import type { Page, SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Question } from '@sixfold/domain/survey/question'
import { Badge } from '@sixfold/ui/parts/badge'
import { FactorMark } from '@sixfold/ui/parts/factor-mark'
import { useSay } from '@sixfold/ui/parts/language'
import { IconTrash } from '@tabler/icons-react'
import { editorWords } from '../../../words/editor.ts'
import { fieldId, useEditor } from '../editor-context.ts'
import { factorChoices, measuresOf, measuresValue } from '../factor-choices.ts'
import { ownName } from '../language-name.ts'
import { useRemoval } from '../use-removal.ts'
import styles from './inspector.module.css'
import { Review } from './review.tsx'

/** Everything about what is selected, both languages side by side; below, what speaks against publishing. */
export function Inspector() {
  const say = useSay(editorWords)
  const { selection } = useEditor()
  return (
    <aside className={styles.inspector} aria-label={say('inspector')}>
      <div className={styles.form}>
        {selection.kind === 'question' && (
          <QuestionForm key={selection.question.id} question={selection.question} number={selection.number} />
        )}
        {selection.kind === 'page' && (
          <PageForm key={selection.page.id} page={selection.page} number={selection.number} />
        )}
        {(selection.kind === 'welcome' || selection.kind === 'thanks') && (
          <EndForm key={selection.kind} part={selection.kind} />
        )}
      </div>
      <Review />
    </aside>
  )
}

function QuestionForm({ question, number }: { question: Question; number: string }) {
  const say = useSay(editorWords)
  const { session } = useEditor()
  const remove = useRemoval()
  const set = (field: 'text' | 'help') => (language: string, value: string) =>
    session.edit({ op: 'set-question-text', question: question.id, field, language, value })
  return (
    <>
      <h2 className={styles.title}>{say('questionTitle', { number })}</h2>
      <FactorField question={question} />
      <TextInLanguages field="text" label={say('questionText')} text={question.text} onChange={set('text')} />
      <TextInLanguages
        field="help"
        label={say('questionHelp')}
        text={question.help ?? {}}
        onChange={set('help')}
      />
      <div className={styles.fact}>
        <span className={styles.label}>{say('kind')}</span>
        <span>
          {say(question.kind)}
          {question.kind === 'text' && (
            <span className={styles.quiet}> {say('upTo', { n: question.maxLength })}</span>
          )}
        </span>
      </div>
      {question.kind === 'satisfaction' && (
        <Switch
          labelPosition="left"
          label={say('notApplicable')}
          checked={question.offerNotApplicable}
          onChange={event =>
            session.edit({
              op: 'set-not-applicable',
              question: question.id,
              offer: event.currentTarget.checked,
            })
          }
          classNames={{ body: styles.switch ?? '' }}
        />
      )}
      <Switch
        labelPosition="left"
        label={say('required')}
        checked={question.required}
        onChange={event =>
          session.edit({ op: 'set-required', question: question.id, required: event.currentTarget.checked })
        }
        classNames={{ body: styles.switch ?? '' }}
      />
      <AgainstVersion id={question.id} />
      <RemoveButton label={say('removeQuestion')} onClick={() => remove.question(question.id)} />
    </>
  )
}

function FactorField({ question }: { question: Question }) {
  const say = useSay(editorWords)
  const { session, model, language } = useEditor()
  const choices = factorChoices(model, language, say('overall'))
  return (
    <Select
      id={fieldId('factor')}
      label={say('factor')}
      value={measuresValue(question.measures ?? null)}
      data={[{ value: '', label: say('noFactor') }, ...choices.map(({ group, items }) => ({ group, items }))]}
      allowDeselect={false}
      searchable
      leftSection={
        <FactorMark index={model.factors.findIndex(({ key }) => key === question.measures?.factor)} />
      }
      onChange={value =>
        session.edit({ op: 'set-measures', question: question.id, measures: measuresOf(value ?? '') })
      }
    />
  )
}

/** Law 1 in words: what became of this question since the latest version. */
function AgainstVersion({ id }: { id: string }) {
  const say = useSay(editorWords)
  const { changes, latestVersion } = useEditor()
  const change = changes?.[id]
  if (latestVersion === null || !change || change === 'dropped') return null
  return (
    <div className={styles.fact}>
      <span className={styles.label}>{say('againstVersion', { number: latestVersion })}</span>
      <span className={styles.against}>
        <Badge>{say(change)}</Badge>
        <span className={styles.quiet}>{say(`${change}Text`)}</span>
      </span>
    </div>
  )
}

function PageForm({ page, number }: { page: Page; number: string }) {
  const say = useSay(editorWords)
  const { session } = useEditor()
  const remove = useRemoval()
  const set = (field: 'title' | 'intro') => (language: string, value: string) =>
    session.edit({ op: 'set-page-text', page: page.id, field, language, value })
  return (
    <>
      <h2 className={styles.title}>{say('pageHeading', { number })}</h2>
      <TextInLanguages field="title" label={say('pageTitle')} text={page.title} onChange={set('title')} />
      <TextInLanguages
        field="intro"
        label={say('pageIntro')}
        text={page.intro ?? {}}
        onChange={set('intro')}
      />
      <RemoveButton label={say('removePage')} onClick={() => remove.page(page.id)} />
    </>
  )
}

function EndForm({ part }: { part: 'welcome' | 'thanks' }) {
  const say = useSay(editorWords)
  const { definition, session } = useEditor()
  const set =
    (field: keyof Pick<SurveyDefinition, 'title' | 'welcome' | 'thanks'>) =>
    (language: string, value: string) =>
      session.edit({ op: 'set-survey-text', field, language, value })
  return (
    <>
      <h2 className={styles.title}>{say(part)}</h2>
      {part === 'welcome' && (
        <TextInLanguages
          field="title"
          label={say('surveyTitle')}
          text={definition.title}
          onChange={set('title')}
        />
      )}
      <TextInLanguages
        field={part}
        label={say(part === 'welcome' ? 'welcomeText' : 'thanksText')}
        help={say(part === 'welcome' ? 'welcomeHelp' : 'thanksHelp')}
        text={definition[part]}
        onChange={set(part)}
      />
    </>
  )
}

interface TextInLanguagesProps {
  field: string
  label: string
  help?: string
  text: Readonly<Record<string, string>>
  onChange: (language: string, value: string) => void
}

/** One text in every language of the survey, one under the other. */
function TextInLanguages({ field, label, help, text, onChange }: TextInLanguagesProps) {
  const { definition } = useEditor()
  return (
    <fieldset className={styles.texts}>
      <legend className={styles.label}>{label}</legend>
      {definition.languages.map(language => (
        <Textarea
          key={language}
          id={fieldId(field, language)}
          autosize
          minRows={1}
          maxLength={5000}
          lang={language}
          label={<span className={styles.language}>{ownName(language)}</span>}
          value={text[language] ?? ''}
          onChange={event => onChange(language, event.currentTarget.value)}
        />
      ))}
      {help && <p className={styles.quiet}>{help}</p>}
    </fieldset>
  )
}

function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button
      className={styles.remove ?? ''}
      variant="subtle"
      color="problem"
      leftSection={<IconTrash size={15} stroke={1.5} aria-hidden="true" />}
      onClick={onClick}
    >
      {label}
    </Button>
  )
}
