import type { WaveOutlook } from '@sixfold/contract/wave-previews'
import { SENIORITIES } from '@sixfold/domain/survey/plan'
import { formatMoney, formatNumber, formatShare } from '@sixfold/ui/format'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { draftWords } from '../../../words/drafts.ts'
import { programmeWords } from '../../../words/programmes.ts'
import styles from './waves.module.css'

/** Expected answers and how exact they are, and what it costs against the collection plan. */
export function DraftOutcome({ outlook: { expected, cost } }: { outlook: WaveOutlook }) {
  const say = useSay(draftWords)
  const sayProgramme = useSay(programmeWords)
  const { language } = useLanguage()
  const number = (value: number, digits = 0) => formatNumber(value, language, digits)
  const { marginOfError, designEffect } = expected
  return (
    <Sheet title={say('comes')}>
      <dl className={styles.split}>
        <div>
          <dt>{say('answers')}</dt>
          <dd>{number(expected.answers)}</dd>
        </div>
        <div>
          <dt>{say('margin')}</dt>
          <dd>
            {marginOfError === null
              ? say('marginNone')
              : say('marginValue', { points: number(100 * marginOfError, 1) })}
          </dd>
        </div>
      </dl>
      <p className={styles.quiet}>
        {say('marginHow', {
          sure: say('sure', { percent: formatShare(expected.confidence, language) }),
          population: number(expected.population),
          effect: designEffect === 1 ? '' : say('effect', { n: number(designEffect, 2) }),
        })}
      </p>
      <ul className={styles.rates}>
        {expected.bySeniority
          .filter(({ people }) => people > 0)
          .map(({ seniority, people, rate }) => {
            const known = SENIORITIES.find(one => one === seniority)
            return (
              <li key={seniority} className={styles.quiet}>
                {say('rates', {
                  group: known ? sayProgramme(known) : seniority,
                  people: number(people),
                  rate: formatShare(rate, language),
                })}
              </li>
            )
          })}
      </ul>
      {cost && (
        <>
          <h3>{say('cost')}</h3>
          <p>
            {say('costValue', {
              money: formatMoney(cost.money, cost.currency, language),
              perAnswer: cost.perAnswer === null ? '–' : formatMoney(cost.perAnswer, cost.currency, language),
              hours: number(cost.hours),
            })}
          </p>
          {(cost.withinMoney !== null || cost.withinHours !== null) && (
            <Lamp tone={cost.withinMoney === false || cost.withinHours === false ? 'problem' : 'good'}>
              {say(cost.withinMoney === false || cost.withinHours === false ? 'overBudget' : 'withinBudget')}
            </Lamp>
          )}
        </>
      )}
    </Sheet>
  )
}
