import type { AboutPage } from '@sixfold/contract/portal'
import type { Say } from '@sixfold/contract/words'
import { uiLanguageFor } from '@sixfold/contract/words'
import { dayText } from '@sixfold/ui/day-text'
import type { ReactNode } from 'react'
import { Letter } from '../frame/letter.tsx'
import { aboutWords } from '../words/about.ts'

/** Who asks and why; in a blind survey, who carries it out and what cannot be linked. */
export function About(page: AboutPage) {
  const ui = uiLanguageFor(page.language)
  const say = aboutWords(ui)
  const { minutes, questions, closesOn } = page
  const length = (
    <Fact name={say('length')}>
      {say('length.value', { minutes, questions, day: dayText(closesOn, ui) })}
    </Fact>
  )
  const foot = (
    <a className="btn primary full" href={page.back}>
      {say('back')}
    </a>
  )
  return (
    <Letter head={page} foot={foot}>
      <h1 id="title">{say('title')}</h1>
      <p className="lead">{say('lead', { survey: page.title })}</p>
      <dl className="about part">
        {page.notice ? (
          <Open page={page} notice={page.notice} say={say} length={length} />
        ) : (
          <Blind page={page} say={say} length={length} />
        )}
      </dl>
      {page.notice ? <Rights page={page} notice={page.notice} /> : null}
    </Letter>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

type Notice = NonNullable<AboutPage['notice']>
type AboutSay = Say<typeof aboutWords extends (language: never) => Say<infer Id> ? Id : never>

interface PartProps {
  page: AboutPage
  say: AboutSay
  length: ReactNode
}

function Open({ page, notice, say, length }: PartProps & { notice: Notice }) {
  const { organisation, minimum } = page
  const { responsible, postalAddress, contactName, contactEmail, contactPhone } = notice
  return (
    <>
      <Fact name={say('why')}>{notice.purpose || say('why.none')}</Fact>
      {length}
      <Fact name={say('readers')}>
        <p>{notice.readers || say('readers.none', { organisation })}</p>
        <p>{say('readers.groups', { minimum })}</p>
      </Fact>
      <Fact name={say('kept')}>
        {notice.retentionMonths === null
          ? say('kept.none')
          : say('kept.value', { months: notice.retentionMonths })}
      </Fact>
      {notice.basis ? <Fact name={say('basis')}>{say(`basis.${notice.basis}`)}</Fact> : null}
      <Fact name={say('responsible')}>
        <p>{responsible}</p>
        {postalAddress ? <p className="postal">{postalAddress}</p> : null}
      </Fact>
      {contactName || contactEmail || contactPhone ? (
        <Fact name={say('contact')}>
          {contactName ? <p>{contactName}</p> : null}
          {contactEmail ? (
            <p>
              <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
            </p>
          ) : null}
          {contactPhone ? (
            <p>
              <a href={`tel:${contactPhone.replace(/[^+\d]/g, '')}`}>{contactPhone}</a>
            </p>
          ) : null}
        </Fact>
      ) : null}
    </>
  )
}

function Blind({ page, say, length }: PartProps) {
  const { minimum, organisation: carrier } = page
  return (
    <>
      <Fact name={say('blind.who')}>{say('blind.who.text', { carrier })}</Fact>
      <Fact name={say('why')}>{say('why.none')}</Fact>
      {length}
      <Fact name={say('blind.unlinked')}>{say('blind.unlinked.text')}</Fact>
      <Fact name={say('readers')}>{say('blind.readers', { minimum })}</Fact>
      <Fact name={say('kept')}>{say('blind.kept')}</Fact>
      <Fact name={say('rights')}>{say('blind.rights')}</Fact>
    </>
  )
}

function Rights({ page, notice }: { page: AboutPage; notice: Notice }) {
  const ui = uiLanguageFor(page.language)
  const say = aboutWords(ui)
  return (
    <>
      <section className="part">
        <h2>{say('rights')}</h2>
        <p>{say('rights.text')}</p>
        <p className="more">{say('rights.how')}</p>
        {page.known ? (
          <form method="post" action={`${page.address}/me?language=${page.language}`}>
            <button className="btn full" type="submit">
              {say('own')}
            </button>
          </form>
        ) : null}
      </section>
      {notice.since === null ? null : (
        <p className="end">{say('version', { version: notice.version, day: dayText(notice.since, ui) })}</p>
      )}
    </>
  )
}
