import { Button, Menu } from '@mantine/core'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { Page, SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { QuestionKind } from '@sixfold/domain/survey/question'
import { FactorMark } from '@sixfold/ui/parts/factor-mark'
import { useSay } from '@sixfold/ui/parts/language'
import { IconPlus } from '@tabler/icons-react'
import { editorWords } from '../../../words/editor.ts'
import { markOf, useEditor } from '../editor-context.ts'
import { newPartId, newQuestion } from '../new-parts.ts'
import styles from './canvas.module.css'
import { CanvasQuestion } from './canvas-question.tsx'
import { InPlaceText } from './in-place-text.tsx'

/** The open page as a customer will see it, every text of it edited in place. */
export function Canvas() {
  const say = useSay(editorWords)
  const { selection } = useEditor()
  return (
    <section className={styles.canvas} aria-label={say('canvas')}>
      <p className={styles.as}>{say('asSeen')}</p>
      <div className={styles.leaf}>
        {selection.kind === 'welcome' || selection.kind === 'thanks' ? (
          <EndLeaf part={selection.kind} />
        ) : (
          <PageLeaf page={selection.page} />
        )}
      </div>
    </section>
  )
}

function PageLeaf({ page }: { page: Page }) {
  const say = useSay(editorWords)
  const { definition, model, language, session, select, selection } = useEditor()
  const at = definition.pages.findIndex(({ id }) => id === page.id) + 1
  const set = (field: 'title' | 'intro') => (value: string) =>
    session.edit({ op: 'set-page-text', page: page.id, field, language, value })
  return (
    <>
      <div className={styles.heading}>
        {page.factor && <FactorMark index={markOf(model, page.factor)} size={15} />}
        <InPlaceText
          look="title"
          lang={language}
          label={say('pageTitle')}
          value={page.title[language] ?? ''}
          placeholder={say('pageTitle')}
          onChange={set('title')}
          onFocus={() => select({ page: page.id })}
        />
      </div>
      <InPlaceText
        look="lead"
        lang={language}
        label={say('pageIntro')}
        value={page.intro?.[language] ?? ''}
        placeholder={say('noIntro')}
        onChange={set('intro')}
        onFocus={() => select({ page: page.id })}
      />
      <ol className={styles.questions}>
        {page.questions.map((question, index) => (
          <CanvasQuestion
            key={question.id}
            question={question}
            number={`${at}.${index + 1}`}
            selected={selection.kind === 'question' && selection.question.id === question.id}
          />
        ))}
      </ol>
      <AddQuestion page={page} />
      <CustomerButton word="continue" language={language} />
    </>
  )
}

const kinds: readonly QuestionKind[] = ['satisfaction', 'nps', 'text']

function AddQuestion({ page }: { page: Page }) {
  const say = useSay(editorWords)
  const { definition, model, session, select } = useEditor()
  function add(kind: QuestionKind) {
    const id = newPartId('question')
    const question = newQuestion(kind, { id, page, definition, model })
    session.edit({ op: 'add-question', page: page.id, index: page.questions.length, question })
    select({ question: id }, 'canvas')
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="subtle" leftSection={<IconPlus size={15} stroke={1.75} aria-hidden="true" />}>
          {say('addQuestion')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map(kind => (
          <Menu.Item key={kind} onClick={() => add(kind)}>
            {say(kind)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
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
