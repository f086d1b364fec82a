import type { OwnField } from '@sixfold/contract/own-data'
import type { OwnDataPage } from '@sixfold/contract/portal'
import type { UiLanguage } from '@sixfold/contract/words'
import { uiLanguageFor } from '@sixfold/contract/words'
import { CheckIcon } from '../frame/icons.tsx'
import { Letter } from '../frame/letter.tsx'
import type { SayOwnData } from '../words/own-data.ts'
import { ownDataWords } from '../words/own-data.ts'
import { fieldText, saysDay } from '../words/own-data-text.ts'
import { OwnDataForms } from './own-data-forms.tsx'
import { OwnHistory } from './own-history.tsx'

/** What is held about a person: the record first, then what was said and sent, then what they can do about it. */
export function OwnData(page: OwnDataPage) {
  const language = uiLanguageFor(page.language)
  const say = ownDataWords(language)
  const { data, address } = page
  const dayOf = saysDay(language, page.zone)
  const day = dayOf(data.madeAt)
  return (
    <Letter head={page}>
      <h1 id="title">{say('heading')}</h1>
      <p className="lead">{say('lead', { organisation: data.organisation, day })}</p>
      {page.done ? (
        <p className="told" role="status">
          <CheckIcon />
          <span>{say(`done.${page.done}`)}</span>
        </p>
      ) : null}
      <section className="part">
        <h2>{say('record')}</h2>
        <Facts fields={data.record} {...{ say, language, dayOf }} />
        {data.joinedRecords.map((fields, at) => (
          <details key={String(at)} className="held" open={page.file}>
            <summary>{say('joined')}</summary>
            <Facts fields={fields} {...{ say, language, dayOf }} />
          </details>
        ))}
      </section>
      {page.file ? null : (
        <section className="part">
          <h2>{say('download')}</h2>
          <p className="muted">{say('download.text')}</p>
          {(['html', 'json'] as const).map(kind => (
            <a key={kind} className="btn full" href={`${address}/file.${kind}?language=${language}`} download>
              {say(`download.${kind}`)}
            </a>
          ))}
        </section>
      )}
      <OwnHistory {...{ data, say, language, dayOf }} open={page.file} />
      {page.file ? null : <OwnDataForms page={page} />}
      <p className="end">{page.file ? say('file', { day, name: page.correction.name }) : say('end')}</p>
    </Letter>
  )
}

interface FactsProps {
  fields: readonly OwnField[]
  say: SayOwnData
  language: UiLanguage
  dayOf: (instant: string) => string
}

const isUnknown = ({ value }: OwnField) => value === null || value.length === 0

/** Field by field, each with where it comes from. */
function Facts({ fields, say, language, dayOf }: FactsProps) {
  return (
    <dl className="facts">
      {fields.map(one => (
        <div key={one.field}>
          <dt>{say(`field.${one.field}`)}</dt>
          <dd>
            {fieldText(one, say, language)}
            {one.at === null || isUnknown(one) ? null : (
              <small className="held-source">
                {say(`source.${one.source ?? 'none'}`, { day: dayOf(one.at) })}
              </small>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
