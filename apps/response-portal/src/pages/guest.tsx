import type { GuestPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { GuestAgenda } from '../features/guest/agenda.tsx'
import { AnswerForm } from '../features/guest/answer-form.tsx'
import { DoorCode } from '../features/guest/door-code.tsx'
import { OwnCalendar } from '../features/guest/own-calendar.tsx'
import type { OwnTime } from '../features/guest/own-time.ts'
import { OWN_TIME } from '../features/guest/own-time.ts'
import { Standing } from '../features/guest/standing.tsx'
import { AccessibilityLink } from '../frame/accessibility-link.tsx'
import { Letter } from '../frame/letter.tsx'
import { guestWords } from '../words/guest.ts'
import { Asked } from './asked.tsx'

/** An invitation to a round table: what, when and where, where the guest stands, and the answer. */
export function Guest(page: GuestPage) {
  const { view, times, address } = page
  const language = uiLanguageFor(page.language)
  const say = guestWords(language)
  const ownTime = {
    startsAt: view.startsAt,
    endsAt: view.endsAt,
    zone: view.zone,
    language,
  } satisfies OwnTime
  const isNew = view.state === 'open' && view.answer === 'none'
  const canStillAccept = view.state === 'open' && !view.closed && ['none', 'declined'].includes(view.answer)
  const showsCode = view.checkInAt !== null && view.answer === 'accepted'
  return (
    <Letter head={page}>
      <h1>{view.title}</h1>
      {isNew ? (
        <>
          <p className="lead">{say('dear', { name: view.contactName })}</p>
          <p className="lead">{say('invites', { organisation: view.organisation })}</p>
        </>
      ) : (
        <Standing page={page} say={say} />
      )}
      {view.description && <p className={isNew ? 'lead' : 'lead part'}>{view.description}</p>}
      {isNew && <Standing page={page} say={say} />}
      <dl className="facts part">
        <div>
          <dt>{say('when')}</dt>
          <dd>
            {times.date}
            <br />
            {times.time}
            <br />
            <span className="muted">{times.zone}</span>
          </dd>
        </div>
        {view.state === 'open' && (
          <div hidden {...{ [OWN_TIME]: JSON.stringify(ownTime) }}>
            <dt>{say('yourTime')}</dt>
            <dd />
          </div>
        )}
        <div>
          <dt>{say('where')}</dt>
          <dd>{view.venue}</dd>
        </div>
        {view.remote && (view.remote.joining || view.answer !== 'accepted') && (
          <div>
            <dt>{say('orRemote')}</dt>
            <dd className="lines">{view.remote.joining || say('joiningLater')}</dd>
          </div>
        )}
        <div hidden={view.answer !== 'accepted' || view.seats < 2}>
          <dt>{say('people')}</dt>
          <dd>{view.seats}</dd>
        </div>
        {canStillAccept && (
          <div>
            <dt>{say('answerBy')}</dt>
            <dd>{times.answerBy}</dd>
          </div>
        )}
      </dl>
      {showsCode && view.checkInAt && (
        <section className="part door">
          <h2>{say('door')}</h2>
          <DoorCode address={view.checkInAt} label={say('doorLabel')} />
          <p className="muted">{say('door.text')}</p>
        </section>
      )}
      {view.state === 'open' && <AnswerForm view={view} address={address} say={say} />}
      {view.state === 'open' && view.answer === 'accepted' && (
        <OwnCalendar feed={page.feed} address={address} language={page.language} />
      )}
      {page.agenda && <GuestAgenda items={page.agenda} address={address} language={language} />}
      <Asked asked={page.asked} whose="region" language={language} />
      <p className="end">
        {say('end')}
        <span className="ways">
          <AccessibilityLink language={page.language} />
        </span>
      </p>
    </Letter>
  )
}
