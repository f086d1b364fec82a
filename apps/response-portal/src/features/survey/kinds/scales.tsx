import { portalLang } from '../../../frame/portal-lang.ts'
import type { KindProps } from './kind-props.ts'
import { nameOf, textIn } from './kind-props.ts'
import { FivePoints, NumberedPoints } from './points.tsx'

export function Satisfaction({ question, texts, say, language }: KindProps<'satisfaction' | 'csat'>) {
  return (
    <FivePoints
      name={nameOf(question)}
      chosen={textIn(texts)}
      word={point => say(`satisfaction.${point}`)}
      none={question.offerNotApplicable ? say('na') : null}
      lang={portalLang(language)}
    />
  )
}

export function Agreement({ question, texts, say, language }: KindProps<'agreement'>) {
  return (
    <FivePoints
      name={nameOf(question)}
      chosen={textIn(texts)}
      word={point => say(`agreement.${point}`)}
      none={question.offerNotApplicable ? say('na') : null}
      lang={portalLang(language)}
    />
  )
}

export function Rating({ question, texts, text, say }: KindProps<'rating'>) {
  const { first, points, low, middle, high, offerNotApplicable } = question
  return (
    <NumberedPoints
      name={nameOf(question)}
      chosen={textIn(texts)}
      first={first}
      points={points}
      low={text(low)}
      middle={points % 2 === 1 ? text(middle) : ''}
      high={text(high)}
      none={offerNotApplicable ? say('na') : null}
    />
  )
}

export function Recommend({ question, texts, say, language }: KindProps<'nps'>) {
  return (
    <NumberedPoints
      name={nameOf(question)}
      chosen={textIn(texts)}
      first={0}
      points={11}
      low={say('nps.low')}
      high={say('nps.high')}
      none={null}
      lang={portalLang(language)}
    />
  )
}

/** How far one agrees that it was easy: the wording on which every variant of the score is defined. */
export function Effort({ question, texts, say, language }: KindProps<'ces'>) {
  return question.variant === 'topTwoOf5' ? (
    <FivePoints
      name={nameOf(question)}
      chosen={textIn(texts)}
      word={point => say(`agreement.${point}`)}
      none={null}
      lang={portalLang(language)}
    />
  ) : (
    <NumberedPoints
      name={nameOf(question)}
      chosen={textIn(texts)}
      first={1}
      points={7}
      low={say('agreement.1')}
      high={say('agreement.5')}
      none={null}
      lang={portalLang(language)}
    />
  )
}
