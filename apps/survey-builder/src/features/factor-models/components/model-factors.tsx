import type { ModelContent } from '@sixfold/contract/factor-models'
import { textIn } from '@sixfold/domain/local-text'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { factorModelWords } from '../../../words/factor-models.ts'
import styles from './models.module.css'

/** Every factor with its mark and its attributes, as charts and questionnaires will show them. */
export function ModelFactors({ factors }: Pick<ModelContent, 'factors'>) {
  const say = useSay(factorModelWords)
  const { language } = useLanguage()
  const areWhole = factors.every(({ attributes }) => attributes.length === 0)
  return (
    <>
      <ul className={styles.factors}>
        {factors.map(({ key, name, attributes }, index) => (
          <li key={key}>
            <FactorName index={index} name={textIn(name, language, 'en') || say('untitled')} />
            {!areWhole && (
              <p className={styles.attributes}>
                {attributes.map(one => textIn(one.name, language, 'en') || say('untitled')).join(', ') ||
                  say('ratedWhole')}
              </p>
            )}
          </li>
        ))}
      </ul>
      {areWhole && <p className={styles.whole}>{say('allWhole')}</p>}
    </>
  )
}
