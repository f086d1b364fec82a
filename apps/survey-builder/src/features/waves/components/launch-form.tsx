import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import type { Organisation, Region } from '@sixfold/contract/staff'
import type { Survey } from '@sixfold/contract/surveys'
import type { Audience, Wave } from '@sixfold/contract/waves'
import type { UiLanguage } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import { asApiError } from '@sixfold/ui/api-error'
import { formatQuarter } from '@sixfold/ui/format'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { waveWords } from '../../../words/waves.ts'
import { endOfDay, usualLastDay } from '../launch-plan.ts'
import type { LaunchInput } from '../queries.ts'
import { audienceQuery, useLaunch } from '../queries.ts'
import { AudienceView, UsualExpectation } from './audience.tsx'
import styles from './waves.module.css'

/** What the address holds of a launch that is being prepared. */
export interface LaunchChoice {
  survey?: string | undefined
  version?: number | undefined
  regions?: string[] | undefined
  closes?: string | undefined
}

interface LaunchFormProps {
  surveys: readonly (Survey & { latestVersion: number })[]
  regions: readonly Region[]
  organisation: Organisation
  now: string
  choice: LaunchChoice
  onChoice: (choice: LaunchChoice) => void
  onLaunched: (wave: Wave) => void
  /** What may come of asking these people; `usual` is what is said when nothing was planned. */
  expectation: (surveyId: string, audience: Audience, usual: ReactNode) => ReactNode
}

export function LaunchForm(props: LaunchFormProps) {
  const { surveys, regions, organisation, now, choice, onChoice, onLaunched } = props
  const say = useSay(waveWords)
  const { language } = useLanguage()
  const survey = surveys.find(({ id }) => id === choice.survey) ?? surveys[0]
  const version = Math.min(choice.version ?? survey?.latestVersion ?? 1, survey?.latestVersion ?? 1)
  const regionIds = regions.map(({ id }) => id).filter(id => (choice.regions ?? []).includes(id))
  const closes = choice.closes ?? usualLastDay(now, organisation.zone)
  const change = (part: LaunchChoice) => onChoice({ ...choice, ...part })
  const input: LaunchInput | null =
    survey && regionIds.length > 0
      ? { surveyId: survey.id, version, regionIds, closesAt: endOfDay(closes, organisation.zone) }
      : null

  return (
    <div className={styles.columns}>
      <Sheet label={say('launchTitle')}>
        <div className={styles.form}>
          <Select
            label={say('survey')}
            value={survey?.id ?? null}
            allowDeselect={false}
            data={surveys.map(one => ({
              value: one.id,
              label: `${formatQuarter(one.quarter)}, ${textIn(one.title, language, 'en')}`,
            }))}
            onChange={value => change({ survey: value ?? undefined, version: undefined })}
          />
          <Select
            label={say('version')}
            value={String(version)}
            allowDeselect={false}
            data={Array.from({ length: survey?.latestVersion ?? 0 }, (_, at) => ({
              value: String(at + 1),
              label: say('versionNumber', { number: at + 1 }),
            })).reverse()}
            onChange={value => change({ version: Number(value) })}
          />
          <Checkbox.Group
            label={say('regions')}
            value={regionIds}
            onChange={chosen => change({ regions: chosen })}
          >
            <div className={styles.checks}>
              {regions.map(region => (
                <Checkbox key={region.id} value={region.id} label={region.name} />
              ))}
            </div>
          </Checkbox.Group>
          {regions.length > 1 && regionIds.length < regions.length && (
            <Button
              variant="subtle"
              size="xs"
              onClick={() => change({ regions: regions.map(({ id }) => id) })}
              style={{ justifySelf: 'start' }}
            >
              {say('allRegions')}
            </Button>
          )}
          <TextInput
            type="date"
            label={say('closesAt')}
            description={say('closesHelp', { zone: zoneName(organisation.zone, language) })}
            value={closes}
            onChange={event => {
              if (event.currentTarget.value) change({ closes: event.currentTarget.value })
            }}
          />
        </div>
      </Sheet>
      <Sheet title={say('audience')}>
        {input ? (
          <Launching
            input={input}
            minimumCell={organisation.minimumCell}
            onLaunched={onLaunched}
            expectation={props.expectation}
          />
        ) : (
          <p className={styles.quiet}>{say('chooseRegions')}</p>
        )}
      </Sheet>
    </div>
  )
}

/** A zone as people there call it: `Indochina Time`. */
function zoneName(zone: string, language: UiLanguage): string {
  const format = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'longGeneric' })
  return format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? zone
}

interface LaunchingProps {
  input: LaunchInput
  minimumCell: number
  onLaunched: (wave: Wave) => void
  expectation: LaunchFormProps['expectation']
}

function Launching({ input, minimumCell, onLaunched, expectation }: LaunchingProps) {
  const say = useSay(waveWords)
  const audience = useQuery({ ...audienceQuery(input), placeholderData: keepPreviousData })
  const launch = useLaunch()
  const [asking, setAsking] = useState(false)
  return (
    <QueryStates query={audience}>
      {data => {
        const asked = data.allowedNow + data.allowedLater
        return (
          <>
            <AudienceView
              audience={data}
              expectation={expectation(
                input.surveyId,
                data,
                <UsualExpectation invited={asked} minimumCell={minimumCell} />,
              )}
            />
            {asked > 0 && (
              <Button
                variant="filled"
                mt="md"
                disabled={audience.isPlaceholderData}
                onClick={() => setAsking(true)}
              >
                {say('launchDo', { n: asked })}
              </Button>
            )}
            <ConfirmDialog
              opened={asking}
              onClose={() => {
                launch.reset()
                setAsking(false)
              }}
              title={say('launchAsk', { n: asked })}
              confirmLabel={say('launchDo', { n: asked })}
              busy={launch.isPending}
              error={launch.error && asApiError(launch.error).code !== 'already_exists' ? launch.error : null}
              onConfirm={() => launch.mutate(input, { onSuccess: onLaunched })}
            >
              <p>{say('launchAskText')}</p>
              {launch.error && asApiError(launch.error).code === 'already_exists' && (
                <p className={styles.problem} role="alert">
                  {say('alreadyOpen')}
                </p>
              )}
            </ConfirmDialog>
          </>
        )
      }}
    </QueryStates>
  )
}
