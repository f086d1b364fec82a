import type { ModelContent } from '@sixfold/contract/factor-models'
import type { ModelPlace } from '@sixfold/domain/factor-model-faults'
import type { Language, LocalText } from '@sixfold/domain/local-text'

type ModelFactor = ModelContent['factors'][number]
type ModelAttribute = ModelFactor['attributes'][number]

/** One change of a model that is being written. Keys are minted by the caller. */
export type ModelEdit =
  | { edit: 'text'; place: ModelPlace; language: Language; value: string }
  | { edit: 'source'; value: string }
  | { edit: 'add-factor'; key: string }
  | { edit: 'remove-factor'; factor: string }
  | { edit: 'move-factor'; factor: string; by: -1 | 1 }
  | { edit: 'add-attribute'; factor: string; key: string }
  | { edit: 'remove-attribute'; factor: string; attribute: string }
  | { edit: 'move-attribute'; factor: string; attribute: string; by: -1 | 1 }

/** The model after a change; what the change does not find stays as it is. */
export function editModel(model: ModelContent, change: ModelEdit): ModelContent {
  switch (change.edit) {
    case 'source':
      return { ...model, source: change.value }
    case 'text':
      return setText(model, change)
    case 'add-factor':
      return { ...model, factors: [...model.factors, blankFactor(change.key)] }
    case 'remove-factor':
      return { ...model, factors: model.factors.filter(({ key }) => key !== change.factor) }
    case 'move-factor':
      return { ...model, factors: moved(model.factors, change.factor, change.by) }
    case 'add-attribute':
      return inFactor(model, change.factor, attributes => [
        ...attributes,
        { key: change.key, name: {}, statement: {} },
      ])
    case 'remove-attribute':
      return inFactor(model, change.factor, attributes =>
        attributes.filter(({ key }) => key !== change.attribute),
      )
    case 'move-attribute':
      return inFactor(model, change.factor, attributes => moved(attributes, change.attribute, change.by))
    default:
      return change satisfies never
  }
}

/** A model to begin with: as many empty factors as there are keys. */
export function blankModel(keys: readonly string[]): ModelContent {
  return { name: {}, source: '', factors: keys.map(blankFactor) }
}

/** What of a kept model is written anew; a copy says whose it is by its name. */
export function contentOf({ name, source, factors }: ModelContent): ModelContent {
  return { name, source, factors }
}

/** The text at a place; {} where there is none. */
export function textAt(model: ModelContent, { factor, attribute, field }: ModelPlace): LocalText {
  const inside = model.factors.find(({ key }) => key === factor)
  const deeper = inside?.attributes.find(({ key }) => key === attribute)
  if (factor === undefined) return model.name
  if (attribute === undefined) return (field === 'overall' ? inside?.overall : inside?.name) ?? {}
  return (field === 'statement' ? deeper?.statement : deeper?.name) ?? {}
}

function blankFactor(key: string): ModelFactor {
  return { key, name: {}, overall: {}, attributes: [] }
}

function setText(
  model: ModelContent,
  { place, language, value }: Extract<ModelEdit, { edit: 'text' }>,
): ModelContent {
  const { factor, attribute, field } = place
  const written = (text: LocalText): Record<string, string> => {
    const { [language]: _before, ...others } = text
    return value === '' ? others : { ...others, [language]: value }
  }
  if (factor === undefined) return { ...model, name: written(model.name) }
  const change = <T extends ModelFactor | ModelAttribute>(thing: T): T => {
    const known = field !== undefined && field !== 'source' && field in thing
    return known
      ? { ...thing, [field]: written((thing as Record<string, unknown>)[field] as LocalText) }
      : thing
  }
  return {
    ...model,
    factors: model.factors.map(one => {
      if (one.key !== factor) return one
      if (attribute === undefined) return change(one)
      return {
        ...one,
        attributes: one.attributes.map(inner => (inner.key === attribute ? change(inner) : inner)),
      }
    }),
  }
}

function inFactor(
  model: ModelContent,
  factor: string,
  change: (attributes: ModelAttribute[]) => ModelAttribute[],
): ModelContent {
  return {
    ...model,
    factors: model.factors.map(one =>
      one.key === factor ? { ...one, attributes: change(one.attributes) } : one,
    ),
  }
}

function moved<T extends { key: string }>(list: readonly T[], key: string, by: -1 | 1): T[] {
  const at = list.findIndex(item => item.key === key)
  const item = list[at]
  const others = list.filter(other => other !== item)
  if (item) others.splice(Math.max(0, at + by), 0, item)
  return others
}
