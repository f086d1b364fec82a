import type { GuestAgendaItem } from '@sixfold/contract/agendas'
import type { UiLanguage } from '@sixfold/contract/words'
import { agendaWords } from '../../words/agenda.ts'

interface GuestAgendaProps {
  items: readonly GuestAgendaItem[]
  /** Of the guest's own page: files are had below it. */
  address: string
  language: UiLanguage
}

/** What happens when. Of what is under embargo a guest learns that there is something, and from when on more. */
export function GuestAgenda({ items, address, language }: GuestAgendaProps) {
  const say = agendaWords(language)
  return (
    <section className="part agenda" aria-labelledby="agenda">
      <h2 id="agenda">{say('agenda')}</h2>
      <ol>
        {items.map(item => (
          <li key={`${item.time} ${item.kind}`}>
            <p className="agenda-time">{item.time}</p>
            <div>
              <p className="agenda-title">{item.from ? say('kept') : item.title || say(item.kind)}</p>
              {item.from && <p className="muted">{say('keptText', { time: item.from })}</p>}
              {item.speakers.length > 0 && <p className="muted">{item.speakers.join(', ')}</p>}
              {item.note && <p>{item.note}</p>}
              {item.materials.length > 0 && (
                <ul className="agenda-files">
                  {item.materials.map(({ id, name, bytes }) => (
                    <li key={id}>
                      <a href={`${address}/materials/${id}`} download>
                        {name}
                      </a>{' '}
                      <span className="muted">{sizeText(bytes, language)}</span>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function sizeText(bytes: number, language: UiLanguage): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value)
}
