import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { OpenLink } from '@sixfold/contract/open-links'
import type { Region } from '@sixfold/contract/staff'
import type { WaveDetails } from '@sixfold/contract/waves'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { openLinkWords } from '../../../words/open-links.ts'
import { openExportAddress, openLinksQuery, useLiveOpenLinks } from '../queries.ts'
import { LinkDialog } from './link-dialog.tsx'
import { LinkTable } from './link-table.tsx'
import type { MadeLink } from './made-dialog.tsx'
import { MadeDialog } from './made-dialog.tsx'
import styles from './open-links.module.css'
import { Quotas } from './quotas.tsx'

interface OpenLinksProps {
  wave: WaveDetails
  regions: readonly Region[]
  /** Of the organisation: in which last days are meant. */
  zone: string
  /** The instant at which a day ends there. */
  endOfDay: (day: string) => string
  mayEdit: boolean
}

/** Other ways in to a wave than an invitation: its open links, what comes by them, and how many answers are taken; live. */
export function OpenLinks({ wave, regions, zone, endOfDay, mayEdit }: OpenLinksProps) {
  const say = useSay(openLinkWords)
  const { language } = useLanguage()
  const list = useQuery(openLinksQuery(wave.id))
  useLiveOpenLinks(wave.id)
  const [making, dialog] = useDisclosure(false)
  const [changing, setChanging] = useState<OpenLink | null>(null)
  const [made, setMade] = useState<MadeLink | null>(null)
  const takes = mayEdit && wave.state !== 'closed' && wave.state !== 'archived'
  const ofWave = regions.filter(({ id }) => wave.regionIds.includes(id))
  // A wave that is over and had no open link says nothing of them.
  if (!takes && list.data?.links.length === 0) return null
  return (
    <Sheet title={say('title')} aside={takes && <Button onClick={dialog.open}>{say('make')}</Button>}>
      <p className={styles.lead}>{say('lead')}</p>
      <QueryStates query={list}>
        {({ links, quotas, sent }) => (
          <>
            {links.length === 0 ? (
              <p>{say('none')}</p>
            ) : (
              <LinkTable links={links} regions={regions} onChange={takes ? setChanging : null} />
            )}
            {sent > 0 && (
              <div className={styles.foot}>
                <p role="status">{say('sent', { n: sent })}</p>
                <Button
                  renderRoot={props => (
                    <Link {...props} to="/waves/$id/open-answers" params={{ id: wave.id }} />
                  )}
                >
                  {say('results')}
                </Button>
                <Button component="a" href={openExportAddress(wave.id)} download>
                  {say('export')}
                </Button>
              </div>
            )}
            {quotas && <Quotas waveId={wave.id} quotas={quotas} regions={ofWave} mayEdit={takes} />}
          </>
        )}
      </QueryStates>
      {making && (
        <LinkDialog
          waveId={wave.id}
          link={null}
          regions={ofWave}
          zone={zone}
          endOfDay={endOfDay}
          onMade={setMade}
          onClose={dialog.close}
        />
      )}
      {changing && (
        <LinkDialog
          waveId={wave.id}
          link={changing}
          regions={ofWave}
          zone={zone}
          endOfDay={endOfDay}
          onMade={setMade}
          onClose={() => setChanging(null)}
        />
      )}
      {made && <MadeDialog made={made} language={language} onClose={() => setMade(null)} />}
    </Sheet>
  )
}
