import { Button, SegmentedControl } from '@mantine/core'
import { textIn } from '@sixfold/domain/local-text'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import styles from '../features/editor/components/preview.module.css'
import { languageName, ownName } from '../features/editor/language-name.ts'
import { draftQuery } from '../features/editor/queries.ts'
import { editorWords } from '../words/editor.ts'

/** `/surveys/<id>/preview`: the customer's own page, drawn by the customer's own renderer, at a phone's or a desktop's size. */
export function PreviewPage() {
  const say = useSay(editorWords)
  const { language: screens } = useLanguage()
  const { id } = useParams({ from: '/studio/surveys/$id/preview' })
  const search = useSearch({ from: '/studio/surveys/$id/preview' })
  const navigate = useNavigate({ from: '/surveys/$id/preview' })
  const survey = useQuery(draftQuery(id))
  return (
    <QueryStates query={survey}>
      {({ title, languages, revision }) => {
        const language =
          [search.language, screens].find(one => one !== undefined && languages.includes(one)) ??
          languages[0] ??
          'en'
        const size = search.size ?? 'phone'
        const name = say('previewOf', { title: textIn(title, screens, language) })
        return (
          <div className={styles.preview}>
            <title>{`${name} · Sixfold`}</title>
            <header className={styles.bar}>
              <Button
                variant="subtle"
                leftSection={<IconArrowLeft size={16} stroke={1.5} aria-hidden="true" />}
                renderRoot={props => (
                  <Link {...props} to="/surveys/$id" params={{ id }} search={{ language }} />
                )}
              >
                {say('backToEditor')}
              </Button>
              <h1 className={styles.title}>{name}</h1>
              <SegmentedControl
                aria-label={say('size')}
                value={size}
                onChange={value =>
                  void navigate({
                    search: { language, size: value === 'desktop' ? 'desktop' : 'phone' },
                    replace: true,
                  })
                }
                data={[
                  { value: 'phone', label: say('phone') },
                  { value: 'desktop', label: say('desktop') },
                ]}
              />
              <SegmentedControl
                aria-label={say('surveyLanguage')}
                value={language}
                onChange={value => void navigate({ search: { size, language: value }, replace: true })}
                data={languages.map(one => ({
                  value: one,
                  label: <span lang={one}>{ownName(one)}</span>,
                }))}
              />
            </header>
            <div className={styles.ground}>
              <iframe
                key={`${language} ${revision}`}
                className={styles.frame}
                data-size={size}
                title={say('previewFrame', { language: languageName(language, screens) })}
                src={`/preview/${encodeURIComponent(id)}?language=${encodeURIComponent(language)}`}
              />
            </div>
          </div>
        )
      }}
    </QueryStates>
  )
}
