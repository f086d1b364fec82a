import { Button } from '@mantine/core'
import type { Agenda } from '@sixfold/contract/agendas'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { can } from '@sixfold/domain/permissions'
import { asApiError } from '@sixfold/ui/api-error'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { LeaveDialog } from '@sixfold/ui/parts/leave-dialog'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { DraftItem } from '../features/agenda/agenda-draft.ts'
import { draftOf, isChanged, newItem, toSave } from '../features/agenda/agenda-draft.ts'
import styles from '../features/agenda/components/agenda.module.css'
import { AgendaEditor } from '../features/agenda/components/agenda-editor.tsx'
import { AgendaReading } from '../features/agenda/components/agenda-reading.tsx'
import { Overrun } from '../features/agenda/components/overrun.tsx'
import { agendaQuery, useProposal, useSaveAgenda } from '../features/agenda/queries.ts'
import { agendaWords } from '../words/agenda.ts'
import { EventFrame } from './event-frame.tsx'
import pageStyles from './page.module.css'

const route = getRouteApi('/events/$id/agenda')

/** What happens when at an event, and what guests see of it. */
export function AgendaPage() {
  const { id } = route.useParams()
  return (
    <EventFrame id={id} tab="/events/$id/agenda">
      {event => <AgendaRoom event={event} />}
    </EventFrame>
  )
}

function AgendaRoom({ event }: { event: Roundtable }) {
  const query = useQuery(agendaQuery(event.id))
  return <QueryStates query={query}>{agenda => <KnownAgenda event={event} agenda={agenda} />}</QueryStates>
}

interface Draft {
  items: DraftItem[]
  shown: boolean
  /** The revision that it was begun on. */
  revision: number
  /** Of which wave it was proposed; null: of none. Undefined: somebody wrote it. */
  wave?: string | null
  /** Somebody else saved meanwhile, and this person was told: the next save is made on top of theirs. */
  told?: boolean
}

function KnownAgenda({ event, agenda }: { event: Roundtable; agenda: Agenda }) {
  const say = useSay(agendaWords)
  const { language } = useLanguage()
  const session = useSession().data
  const [draft, setDraft] = useState<Draft | null>(null)
  const save = useSaveAgenda()
  const proposal = useProposal()
  const fallbackZone = session?.organisation.zone ?? 'UTC'
  const mayEdit =
    session !== undefined &&
    event.state === 'planned' &&
    can(session.actor, 'roundtable.plan', { regionId: event.regionId })

  const edit = () => setDraft({ items: draftOf(agenda), shown: agenda.shown, revision: agenda.revision })
  function propose() {
    proposal.mutate(event.id, {
      onSuccess: ({ items, wave }) =>
        setDraft({
          items: items.map(({ kind, title, minutes, factor, receipts, accounts }) =>
            newItem(kind, { title, minutes, factor, receipts, accounts }),
          ),
          shown: agenda.shown,
          revision: agenda.revision,
          wave,
        }),
      onError: error => toast.failed(error, language),
    })
  }
  function keep() {
    if (!draft) return
    save.mutate(
      {
        id: event.id,
        revision: draft.told ? agenda.revision : draft.revision,
        shown: draft.shown,
        items: toSave(draft.items),
      },
      {
        onSuccess() {
          toast.done(say('saved'))
          setDraft(null)
        },
        onError(error) {
          if (asApiError(error).code === 'revision_conflict') setDraft({ ...draft, told: true })
        },
      },
    )
  }

  if (draft)
    return (
      <Sheet title={say('title')}>
        <LeaveDialog when={isChanged(draft, agenda)} />
        <div className={pageStyles.stack}>
          {draft.wave !== undefined && (
            <p className={styles.quiet}>
              {draft.wave ? say('proposed', { wave: draft.wave }) : say('proposedPlain')}
            </p>
          )}
          <AgendaEditor
            event={event}
            fallbackZone={fallbackZone}
            items={draft.items}
            shown={draft.shown}
            saving={save.isPending}
            failure={save.error == null ? null : asApiError(save.error)}
            onItems={items => setDraft({ ...draft, items })}
            onShown={shown => setDraft({ ...draft, shown })}
            onSave={keep}
            onDiscard={() => {
              save.reset()
              setDraft(null)
            }}
          />
        </div>
      </Sheet>
    )
  const proposeButton = mayEdit && (
    <Button
      variant={agenda.items.length === 0 ? 'filled' : 'default'}
      loading={proposal.isPending}
      onClick={propose}
    >
      {say('propose')}
    </Button>
  )
  if (agenda.items.length === 0)
    return (
      <EmptyState
        title={say('none')}
        action={
          mayEdit && (
            <>
              {proposeButton}
              <Button onClick={edit}>{say('add')}</Button>
            </>
          )
        }
      >
        {say('noneText')}
      </EmptyState>
    )
  return (
    <Sheet
      title={say('title')}
      aside={
        <div className={styles.bar}>
          <Overrun minutes={agenda.overrun} />
          <Lamp tone={agenda.shown ? 'good' : 'none'}>{say(agenda.shown ? 'shown' : 'notShown')}</Lamp>
          <Button
            variant="subtle"
            leftSection={<IconPrinter size={16} stroke={1.5} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {say('print')}
          </Button>
          {mayEdit && <Button onClick={edit}>{say('edit')}</Button>}
        </div>
      }
    >
      <AgendaReading agenda={agenda} event={event} fallbackZone={fallbackZone} />
    </Sheet>
  )
}
