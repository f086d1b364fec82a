import { Button } from '@mantine/core'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { Page, SurveyDefinition } from '@sixfold/domain/survey/definition'
import { directionOf } from '@sixfold/domain/text/direction'
import { FactorMark } from '@sixfold/ui/parts/factor-mark'
import { useSay } from '@sixfold/ui/parts/language'
import { IconPlus } from '@tabler/icons-react'
import { editorWords } from '../../../words/editor.ts'
import { fieldId, markOf, useEditor } from '../editor-context.ts'
import styles from './canvas.module.css'
import { CanvasQuestion } from './canvas-question.tsx'
import { InPlaceText } from './in-place-text.tsx'
import { PageMenu } from './page-menu.tsx'

/** The open page as a customer will see it, every text of it edited in place. */
export function Canvas() {
  const say = useSay(editorWords)
  const { selection, language } = useEditor()
  return (
    <section className={styles.canvas} aria-label={say('canvas')} data-column="canvas">
      <p className={styles.as}>{say('asSeen')}</p>
      <div className={styles.leaf} dir={directionOf(language)}>
        {selection.kind === 'welcome' || selection.kind === 'thanks' ? (
          <EndLeaf key={selection.kind} part={selection.kind} />
        ) : (
          <PageLeaf page={selection.page} />
        )}
      </div>
    </section>
  )
}

function PageLeaf({ page }: { page: Page }) {
  const say = useSay(editorWords)
  const { definition, language, selection } = useEditor()
  const at = definition.pages.findIndex(({ id }) => id === page.id) + 1
  return (
    <>
      <PageHead key={page.id} page={page} number={at} />
      <ol className={styles.questions}>
        {page.questions.map((question, index) => (
          <CanvasQuestion
            key={question.id}
            question={question}
            number={`${at}.${index + 1}`}
            selected={selection.kind === 'question' && selection.question.id === question.id}
            language={language}
          />
        ))}
      </ol>
      {page.questions.length === 0 && <p className={styles.empty}>{say('emptyPage')}</p>}
      <AddQuestion page={page} />
      <CustomerButton word="continue" language={language} />
    </>
  )
}

function PageHead({ page, number }: { page: Page; number: number }) {
  const say = useSay(editorWords)
  const { model, language, session, select } = useEditor()
  const set = (field: 'title' | 'intro') => (value: string) =>
    session.edit({ op: 'set-page-text', page: page.id, field, language, value })
  const choose = () => select({ page: page.id })
  return (
    <div id={fieldId('canvas', page.id)}>
      <div className={styles.heading}>
        {page.factor && <FactorMark index={markOf(model, page.factor)} size={15} />}
        <InPlaceText
          look="title"
          lang={language}
          label={say('pageTitle')}
          value={page.title[language] ?? ''}
          placeholder={say('pageTitle')}
          onChange={set('title')}
          onFocus={choose}
        />
        <PageMenu page={page} number={number} />
      </div>
      <InPlaceText
        look="lead"
        lang={language}
        label={say('pageIntro')}
        value={page.intro?.[language] ?? ''}
        placeholder={say('noIntro')}
        onChange={set('intro')}
        onFocus={choose}
      />
    </div>
  )
}

/** At the end of the page; beside a selected question stands one that adds after it. */
function AddQuestion({ page }: { page: Page }) {
  const say = useSay(editorWords)
  const { select, openPalette } = useEditor()
  return (
    <Button
      variant="subtle"
      aria-keyshortcuts="Alt+N"
      leftSection={<IconPlus size={15} stroke={1.75} aria-hidden="true" />}
      onClick={() => {
        select({ page: page.id })
        openPalette()
      }}
    >
      {say('addQuestion')}
    </Button>
  )
}

/** The words before the first question and after the last. */
function EndLeaf({ part }: { part: 'welcome' | 'thanks' }) {
  const say = useSay(editorWords)
  const { definition, language, session } = useEditor()
  const set = (field: EndField) => (value: string) =>
    session.edit({ op: 'set-survey-text', field, language, value })
  return (
    <>
      <div className={styles.heading}>
        {part === 'welcome' ? (
          <InPlaceText
            look="title"
            lang={language}
            label={say('surveyTitle')}
            value={definition.title[language] ?? ''}
            placeholder={say('surveyTitle')}
            onChange={set('title')}
          />
        ) : (
          <h2 className={styles.title}>{say('thanks')}</h2>
        )}
      </div>
      <InPlaceText
        look="lead"
        lang={language}
        label={say(part === 'welcome' ? 'welcomeText' : 'thanksText')}
        value={definition[part][language] ?? ''}
        placeholder={say(part === 'welcome' ? 'welcomeHelp' : 'thanksHelp')}
        onChange={set(part)}
      />
      {part === 'welcome' && <CustomerButton word="start" language={language} />}
    </>
  )
}

type EndField = keyof Pick<SurveyDefinition, 'title' | 'welcome' | 'thanks'>

/** The customer's own button: drawn, not pressed. */
function CustomerButton({ word, language }: { word: 'continue' | 'start'; language: string }) {
  return (
    <div className={styles.go} aria-hidden="true" lang={language}>
      {editorWords(uiLanguageFor(language))(word)}
    </div>
  )
}
