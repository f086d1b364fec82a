import { Button, SegmentedControl } from '@mantine/core'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import { ownName } from '@sixfold/ui/language-name'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { IconArrowLeft, IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { draftQuery } from '../features/editor/queries.ts'
import { ContactPicker } from '../features/preview/components/contact-picker.tsx'
import styles from '../features/preview/components/preview.module.css'
import type { PreviewSize } from '../features/preview/components/preview-frame.tsx'
import { PreviewFrame } from '../features/preview/components/preview-frame.tsx'
import { contactQuery } from '../features/preview/queries.ts'
import { previewWords } from '../words/preview.ts'

/** `/surveys/<id>/preview`: the draft as a contact of the house would see it, in each language, on a phone or a desktop. */
export function PreviewPage() {
  const say = useSay(previewWords)
  const { language: screens } = useLanguage()
  const { id } = useParams({ from: '/studio/surveys/$id/preview' })
  const search = useSearch({ from: '/studio/surveys/$id/preview' })
  const navigate = useNavigate({ from: '/surveys/$id/preview' })
  const [runs, setRuns] = useState(0)
  const actor = useSession().data?.actor
  const survey = useQuery(draftQuery(id))
  const contact = useQuery(contactQuery(search.contact))
  const change = (changed: Partial<typeof search>) =>
    void navigate({ search: before => ({ ...before, ...changed }), replace: true })
  return (
    <QueryStates query={survey}>
      {({ title, languages, revision }) => {
        const person = search.contact === undefined ? undefined : contact.data
        const language =
          [search.language, person?.language, screens].find(
            one => one !== undefined && languages.includes(one),
          ) ??
          languages[0] ??
          'en'
        const size: PreviewSize = search.size ?? 'phone'
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
              {actor && can(actor, 'survey.edit') ? (
                <ContactPicker
                  key={person?.id ?? ''}
                  chosen={person}
                  onChoose={contact => change({ contact, language: undefined })}
                />
              ) : null}
              <SegmentedControl
                aria-label={say('size')}
                value={size}
                onChange={value => change({ size: value as PreviewSize })}
                data={[
                  { value: 'phone', label: say('phone') },
                  { value: 'desktop', label: say('desktop') },
                ]}
              />
              <SegmentedControl
                aria-label={say('language')}
                value={language}
                onChange={value => change({ language: value })}
                data={languages.map(one => ({
                  value: one,
                  label: <span lang={one}>{ownName(one)}</span>,
                }))}
              />
              <Button
                variant="default"
                leftSection={<IconRefresh size={16} stroke={1.5} aria-hidden="true" />}
                onClick={() => setRuns(runs + 1)}
              >
                {say('restart')}
              </Button>
            </header>
            {search.contact !== undefined && contact.isPending ? (
              <div className={styles.ground} aria-busy="true" />
            ) : (
              <PreviewFrame
                surveyId={id}
                language={language}
                size={size}
                contact={person}
                isGone={contact.isError}
                run={`${runs} ${revision}`}
              />
            )}
          </div>
        )
      }}
    </QueryStates>
  )
}
