import { Button, Modal, Select } from '@mantine/core'
import type { Deal } from '@sixfold/contract/deals'
import type { DealSide } from '@sixfold/domain/deals/deal'
import { displayName } from '@sixfold/domain/language-name'
import { textIn } from '@sixfold/domain/local-text'
import { formatInstant } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { TouchReason } from '@sixfold/ui/parts/touch-reason'
import { commonWords } from '@sixfold/ui/words/common'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { dealWords } from '../../../words/deals.ts'
import { surveyChoices, useBeginInterview } from '../queries.ts'
import styles from './deals.module.css'

interface InterviewProps {
  deal: Deal
  side: DealSide
  onClose: () => void
}

/** Chooses the questions of an interview; the contact policy says whether a customer may be asked now. */
export function InterviewDialog({ opened, ...props }: InterviewProps & { opened: boolean }) {
  const say = useSay(dealWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={`${say('interview')}: ${say(props.side)}`}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <InterviewForm {...props} />
    </Modal>
  )
}

function InterviewForm({ deal, side, onClose }: InterviewProps) {
  const say = useSay(dealWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const begin = useBeginInterview()
  const surveys = (useQuery(surveyChoices()).data?.items ?? []).filter(
    ({ kind, latestVersion }) => kind !== 'blind' && latestVersion !== null,
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const [spoken, setSpoken] = useState<string | null>(null)
  const survey = surveys.find(({ id }) => id === (chosen ?? surveys[0]?.id))
  const languages: readonly string[] = survey?.languages ?? []
  const inLanguage = spoken !== null && languages.includes(spoken) ? spoken : (languages[0] ?? language)
  const refusal = begin.data?.refusal
  const nobodyNamed = side === 'buyer' && deal.contactId === null
  if (nobodyNamed) return <p>{say('needsContact')}</p>
  return (
    <div className={styles.form}>
      {begin.isError && <FailureNotice error={begin.error} />}
      {refusal && (
        <p role="alert">
          {say('refused', { reason: '' })}
          <TouchReason reason={refusal.reason} />{' '}
          {refusal.earliest !== null &&
            say('refusedUntil', { time: formatInstant(refusal.earliest, language) })}
        </p>
      )}
      <Select
        label={say('chooseSurvey')}
        description={surveys.length === 0 ? say('noSurvey') : say('chooseSurveyHelp')}
        value={survey?.id ?? null}
        allowDeselect={false}
        data={surveys.map(({ id, title }) => ({ value: id, label: textIn(title, language, 'en') }))}
        onChange={setChosen}
      />
      <Select
        label={say('language')}
        value={inLanguage}
        allowDeselect={false}
        data={languages.map(value => ({ value, label: displayName(value, language) }))}
        onChange={setSpoken}
      />
      <div className={styles.buttons}>
        <Button
          variant="filled"
          disabled={!survey}
          loading={begin.isPending}
          onClick={() =>
            survey &&
            begin.mutate(
              { id: deal.id, side, surveyId: survey.id, language: inLanguage },
              {
                onSuccess({ interview }) {
                  if (interview)
                    void navigate({ to: '/deals/$id/interview/$side', params: { id: deal.id, side } })
                },
              },
            )
          }
        >
          {say('begin')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </div>
    </div>
  )
}
