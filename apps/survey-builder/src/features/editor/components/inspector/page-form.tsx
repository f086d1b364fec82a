import { Select } from '@mantine/core'
import { textIn } from '@sixfold/domain/local-text'
import type { Page } from '@sixfold/domain/survey/definition'
import { FactorMark } from '@sixfold/ui/parts/factor-mark'
import { useSay } from '@sixfold/ui/parts/language'
import { editorWords } from '../../../../words/editor.ts'
import { markOf, useEditor } from '../../editor-context.ts'
import { useRemoval } from '../../use-removal.ts'
import { RemoveButton } from './remove-button.tsx'
import { TextsField } from './texts-field.tsx'

export function PageForm({ page }: { page: Page }) {
  const say = useSay(editorWords)
  const { session } = useEditor()
  const remove = useRemoval()
  const set = (field: 'title' | 'intro') => (language: string, value: string) =>
    session.edit({ op: 'set-page-text', page: page.id, field, language, value })
  return (
    <>
      <PageFactor page={page} />
      <TextsField field="title" label={say('pageTitle')} text={page.title} onChange={set('title')} />
      <TextsField field="intro" label={say('pageIntro')} text={page.intro ?? {}} onChange={set('intro')} />
      <RemoveButton label={say('removePage')} onClick={() => remove.page(page.id)} />
    </>
  )
}

/** The factor a page is about: it lends the page its mark, and new ratings their attribute. */
function PageFactor({ page }: { page: Page }) {
  const say = useSay(editorWords)
  const { model, language, session } = useEditor()
  return (
    <Select
      label={say('pageFactor')}
      description={say('pageFactorHelp')}
      value={page.factor ?? ''}
      allowDeselect={false}
      checkIconPosition="right"
      leftSection={<FactorMark index={markOf(model, page.factor)} />}
      data={[
        { value: '', label: say('noFactor') },
        ...model.factors.map(({ key, name }) => ({ value: key, label: textIn(name, language, 'en') })),
      ]}
      onChange={value =>
        session.edit({ op: 'set-page-setting', page: page.id, setting: 'factor', value: value || null })
      }
    />
  )
}
