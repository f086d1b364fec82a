import type { FactorModel } from '@sixfold/domain/factor-model'
import type { Language } from '@sixfold/domain/local-text'
import { textIn } from '@sixfold/domain/local-text'
import type { FactorReference } from '@sixfold/domain/survey/question'

interface FactorGroup {
  group: string
  items: { value: string; label: string }[]
}

/** Every factor with its attributes and the factor as a whole, to choose from. */
export function factorChoices(model: FactorModel, language: Language, overall: string): FactorGroup[] {
  return model.factors.map(factor => {
    const name = textIn(factor.name, language, 'en')
    const item = (attribute: string | null, label: string) => ({
      value: measuresValue({ factor: factor.key, attribute }),
      label: `${name}: ${label}`,
    })
    return {
      group: name,
      items: [
        ...factor.attributes.map(({ key, name: attribute }) =>
          item(key, textIn(attribute, language, 'en').toLocaleLowerCase(language)),
        ),
        item(null, overall),
      ],
    }
  })
}

/**
 * A reference as one value of a list; '' for none.
 *
 * @example measuresValue({ factor: 'delivery', attribute: null }) // 'delivery/'
 */
export function measuresValue(measures: FactorReference | null): string {
  return measures ? `${measures.factor}/${measures.attribute ?? ''}` : ''
}

/** What {@link measuresValue} wrote. */
export function measuresOf(value: string): FactorReference | null {
  const [factor, attribute] = value.split('/')
  return factor ? { factor, attribute: attribute || null } : null
}
