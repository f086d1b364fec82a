import { factorIndex } from '@sixfold/domain/factor-model'
import { FactorMark } from '@sixfold/ui/parts/factor-mark'
import { useEditorActions } from '../../editor-context.ts'
import type { AnswerProps } from './answer-props.ts'
import styles from './answers.module.css'
import { PartList } from './part-list.tsx'
import { FivePoints } from './scales.tsx'

/** Rows on one scale: on a phone cards, as here; where there is room a table. */
export function Grid({ question, number, language, selected, say }: AnswerProps<'grid'>) {
  const { now } = useEditorActions()
  const { model } = now()
  return (
    <PartList
      question={question.id}
      number={number}
      parts={question.rows}
      noun="row"
      language={language}
      selected={selected}
      look="block"
      mark={
        selected
          ? row =>
              row.measures && (
                <span className={styles.rowMark}>
                  <FactorMark index={factorIndex(model, row.measures.factor)} size={10} />
                </span>
              )
          : () => null
      }
      after={() => (
        <>
          {question.importance && (
            <span className={styles.measure} aria-hidden="true">
              {say('grid.satisfaction')}
            </span>
          )}
          <FivePoints scale="satisfaction" none={question.offerNotApplicable} say={say} />
          {question.importance && (
            <>
              <span className={styles.measure} aria-hidden="true">
                {say('grid.importance')}
              </span>
              <FivePoints scale="importance" none={false} say={say} />
            </>
          )}
        </>
      )}
    />
  )
}
