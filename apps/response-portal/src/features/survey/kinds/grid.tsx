import { IMPORTANCE } from '@sixfold/domain/survey/answers'
import { partKey } from '@sixfold/domain/survey/definition'
import { portalLang } from '../../../frame/portal-lang.ts'
import type { KindProps } from './kind-props.ts'
import { nameOf, questionAnchor, textIn } from './kind-props.ts'
import { FivePoints } from './points.tsx'

/**
 * A table where there is room, cards on a phone. Each row is a group that says its name, and each cell its column; where
 * importance is asked, too, a row holds two groups.
 */
export function Grid({ question, texts, text, say, language }: KindProps<'grid'>) {
  const anchor = questionAnchor(question.id)
  const lang = portalLang(language)
  const none = question.offerNotApplicable ? say('na') : null
  const measures = question.importance
    ? (['satisfaction', 'importance'] as const)
    : (['satisfaction'] as const)
  return (
    <div className={question.importance ? 'grid both' : 'grid'}>
      <div className="grid-head" aria-hidden="true" lang={lang}>
        {measures.map(measure => (
          <span key={measure} className="grid-ends">
            <b>{say(`grid.${measure}`)}</b>
            <span>{say(`${measure}.1`)}</span>
            <span>{say(`${measure}.5`)}</span>
          </span>
        ))}
      </div>
      {question.rows.map(row => (
        <div className="grid-row" key={row.id}>
          <div className="grid-name" id={`${anchor}-${row.id}`}>
            {text(row.text)}
          </div>
          {measures.map(measure => {
            const part = measure === 'satisfaction' ? row.id : partKey(row.id, IMPORTANCE)
            const label = `${anchor}-${row.id}-${measure}`
            return (
              <div
                key={measure}
                className="grid-cells"
                role="radiogroup"
                aria-labelledby={question.importance ? `${anchor}-${row.id} ${label}` : `${anchor}-${row.id}`}
              >
                {question.importance ? (
                  <div className="grid-measure" id={label} lang={lang}>
                    {say(`grid.${measure}`)}
                  </div>
                ) : null}
                <FivePoints
                  name={nameOf(question, part)}
                  chosen={textIn(texts, part)}
                  word={point => say(`${measure}.${point}`)}
                  none={measure === 'satisfaction' ? none : null}
                  lang={lang}
                />
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}
