import { Button } from '@mantine/core'
import type { KeptFactorModel } from '@sixfold/contract/factor-models'
import { carriesQuarterlySurvey } from '@sixfold/domain/factor-model'
import { textIn } from '@sixfold/domain/local-text'
import { Badge } from '@sixfold/ui/parts/badge'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { Link } from '@tanstack/react-router'
import { factorModelWords } from '../../../words/factor-models.ts'
import { ModelFactors } from './model-factors.tsx'
import styles from './models.module.css'

interface ModelSheetProps {
  model: KeptFactorModel
  /** How many surveys stand on any version of it. */
  surveys: number
  mayEdit: boolean
}

/** One model of the list. */
export function ModelSheet({ model, surveys, mayEdit }: ModelSheetProps) {
  const say = useSay(factorModelWords)
  const { language } = useLanguage()
  const { key, version, origin, factors, source } = model
  const carries = carriesQuarterlySurvey(model)
  return (
    <Sheet
      title={textIn(model.name, language, 'en') || say('untitled')}
      aside={<Badge>{origin === 'preset' ? say('preset') : say('own', { version })}</Badge>}
    >
      {source && <p className={styles.source}>{source}</p>}
      <ModelFactors factors={factors} />
      <footer className={styles.foot}>
        <span className={styles.state}>
          <Lamp tone={carries ? 'good' : 'none'}>
            {carries ? say('carries') : say('carriesNot', { n: factors.length })}
          </Lamp>
          <span className={styles.quiet}>{surveys > 0 ? say('usedBy', { n: surveys }) : say('unused')}</span>
        </span>
        {mayEdit && (
          <span className={styles.buttons}>
            {origin === 'own' && (
              <Button
                size="xs"
                renderRoot={props => (
                  <Link {...props} to="/factor-models/$key" params={{ key }} search={{}} />
                )}
              >
                {say('edit')}
              </Button>
            )}
            <Button
              size="xs"
              renderRoot={props => <Link {...props} to="/factor-models/new" search={{ from: key }} />}
            >
              {say('copy')}
            </Button>
            {carries && (
              <Button
                size="xs"
                renderRoot={props => <Link {...props} to="/surveys" search={{ create: true, model: key }} />}
              >
                {say('newSurvey')}
              </Button>
            )}
          </span>
        )}
      </footer>
    </Sheet>
  )
}
