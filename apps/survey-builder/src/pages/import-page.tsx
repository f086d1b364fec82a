import { Button } from '@mantine/core'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import { questionsOf } from '@sixfold/domain/survey/definition'
import { ApiError } from '@sixfold/ui/api-error'
import { formatQuarter } from '@sixfold/ui/format'
import { languageName } from '@sixfold/ui/language-name'
import { FailedState } from '@sixfold/ui/parts/failed-state'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { FileDrop } from '@sixfold/ui/parts/file-drop'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import styles from '../features/survey-imports/components/import.module.css'
import { ImportOrder } from '../features/survey-imports/components/import-order.tsx'
import { ImportOutline } from '../features/survey-imports/components/import-outline.tsx'
import { ImportReport } from '../features/survey-imports/components/import-report.tsx'
import { useCheckFile } from '../features/survey-imports/queries.ts'
import { quarterAt, quartersAhead } from '../features/surveys/house-quarter.ts'
import { importWords } from '../words/import.ts'

const notHere = new ApiError({ code: 'not_found', message: '', requestId: null })

/** `/surveys/import`: a survey from a file of this or another tool; first what it would become, then the survey. */
export function ImportPage() {
  const say = useSay(importWords)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const session = useSession().data
  const check = useCheckFile()
  const [file, setFile] = useState<File>()
  if (!session) return null
  if (!can(session.actor, 'survey.edit', { regionId: null })) return <FailedState error={notHere} />
  const here = quarterAt(session.now, session.organisation)
  const read = check.data
  const choose = (chosen: File) => {
    setFile(chosen)
    check.mutate(chosen)
  }
  return (
    <>
      <PageHeader
        title={say('title')}
        lead={say('lead')}
        actions={<Button renderRoot={props => <Link {...props} to="/surveys" />}>{say('back')}</Button>}
      />
      <div className={styles.stack}>
        <Sheet label={say('file')}>
          <div className={styles.form}>
            <FileDrop
              label={say('file')}
              accept=".json,.lss,.xml,application/json,text/xml,application/xml"
              limits={say('limits')}
              file={file}
              onChoose={choose}
            />
            {check.isPending && <p role="status">{say('reading')}</p>}
            {check.error && (
              <FailureNotice
                error={check.error}
                text={
                  check.error.code === 'body_too_large' ? say('tooLarge') : check.error.fields[0]?.message
                }
              >
                {check.error.fields.length > 1 && (
                  <ul className={styles.faults}>
                    {check.error.fields.map(({ path, message }) => (
                      <li key={path}>
                        <code className={styles.code}>{path}</code> {message}
                      </li>
                    ))}
                  </ul>
                )}
              </FailureNotice>
            )}
          </div>
        </Sheet>
        {read && file && (
          <div className={styles.columns}>
            <div className={styles.stack}>
              <Sheet title={say('report')} aside={<span className={styles.quiet}>{say(read.format)}</span>}>
                <ImportReport key={`${file.name} ${file.lastModified}`} report={read.report} />
              </Sheet>
            </div>
            <div className={styles.stack}>
              <Sheet title={say('make')}>
                <ImportOrder
                  file={file}
                  check={read}
                  quarters={quartersAhead(here.quarter).map(formatQuarter)}
                  next={formatQuarter(here.next)}
                  onCreated={id => void navigate({ to: '/surveys/$id', params: { id } })}
                />
              </Sheet>
              <Sheet
                title={
                  textIn(read.definition.title, language, read.definition.defaultLanguage) || say('outline')
                }
              >
                <p className={styles.quiet}>
                  {say('counts', {
                    pages: read.definition.pages.length,
                    questions: questionsOf(read.definition).length,
                    languages: read.definition.languages.map(one => languageName(one, language)).join(', '),
                  })}
                </p>
                <ImportOutline definition={read.definition} />
              </Sheet>
            </div>
          </div>
        )}
      </div>
    </>
  )
}
