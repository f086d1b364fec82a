import type { FactorModel } from './factor-model.ts'
import { carriesQuarterlySurvey, MODEL_LIMITS } from './factor-model.ts'
import type { Language, LocalText } from './local-text.ts'

/** Where a text of a model stands; without `factor` in the model itself. */
export interface ModelPlace {
  factor?: string
  attribute?: string
  field?: 'name' | 'overall' | 'statement' | 'source'
  language?: Language
}

export type ModelFaultCode =
  | 'no_factors'
  | 'too_many_factors'
  | 'too_many_attributes'
  | 'duplicate_key'
  | 'missing_text'
  | 'missing_translation'
  | 'text_too_long'
  | 'same_name'
  | 'not_quarterly'

/** `stops`: the model cannot be kept. `advises`: it can, but something is owed or cannot be done with it. */
export interface ModelFault {
  code: ModelFaultCode
  severity: 'stops' | 'advises'
  place: ModelPlace
}

/** One text of a model and where it stands. */
export interface ModelText {
  place: ModelPlace
  text: LocalText
}

/**
 * Everything that speaks against a model: no factors or too many, keys or names that stand twice, a text in no language at all or
 * too long; and as advice a text that lacks one of the model's languages, and another number of factors than a quarterly survey covers.
 *
 * @example modelFaults(ibmSix) // []
 * @example modelFaults(furps) // [{ code: 'not_quarterly', severity: 'advises', place: {} }]
 */
export function modelFaults(model: FactorModel): ModelFault[] {
  return [
    ...sizeFaults(model),
    ...keyFaults(model),
    ...textFaults(model),
    ...nameFaults(model),
    ...(carriesQuarterlySurvey(model)
      ? []
      : [{ code: 'not_quarterly', severity: 'advises', place: {} } as const]),
  ]
}

/** Whether nothing stops a model from being kept. */
export function isKeepable(faults: readonly ModelFault[]): boolean {
  return faults.every(({ severity }) => severity !== 'stops')
}

/** Every text of a model, in the order in which one reads it. */
export function modelTexts(model: FactorModel): ModelText[] {
  return [
    { place: { field: 'name' }, text: model.name },
    ...model.factors.flatMap(({ key: factor, name, overall, attributes }): ModelText[] => [
      { place: { factor, field: 'name' }, text: name },
      { place: { factor, field: 'overall' }, text: overall },
      ...attributes.flatMap(({ key: attribute, name: attributeName, statement }): ModelText[] => [
        { place: { factor, attribute, field: 'name' }, text: attributeName },
        { place: { factor, attribute, field: 'statement' }, text: statement },
      ]),
    ]),
  ]
}

/** The languages in which a model says anything, in the order in which they first stand. */
export function modelLanguages(model: FactorModel): Language[] {
  const written = modelTexts(model).flatMap(({ text }) => Object.keys(text).filter(one => text[one]?.trim()))
  return [...new Set(written)]
}

function sizeFaults({ factors }: FactorModel): ModelFault[] {
  const faults: ModelFault[] = []
  if (factors.length === 0) faults.push(stop('no_factors'))
  if (factors.length > MODEL_LIMITS.factors) faults.push(stop('too_many_factors'))
  for (const { key: factor, attributes } of factors)
    if (attributes.length > MODEL_LIMITS.attributes) faults.push(stop('too_many_attributes', { factor }))
  return faults
}

function keyFaults({ factors }: FactorModel): ModelFault[] {
  return [
    ...repeated(factors.map(({ key }) => key)).map(factor => stop('duplicate_key', { factor })),
    ...factors.flatMap(({ key: factor, attributes }) =>
      repeated(attributes.map(({ key }) => key)).map(attribute =>
        stop('duplicate_key', { factor, attribute }),
      ),
    ),
  ]
}

function textFaults(model: FactorModel): ModelFault[] {
  const languages = modelLanguages(model)
  const faults = model.source.length > MODEL_LIMITS.source ? [stop('text_too_long', { field: 'source' })] : []
  for (const { place, text } of modelTexts(model)) {
    const missing = languages.filter(language => !text[language]?.trim())
    if (missing.length === languages.length) faults.push(stop('missing_text', place))
    else
      for (const language of missing)
        faults.push({ code: 'missing_translation', severity: 'advises', place: { ...place, language } })
    for (const [language, words] of Object.entries(text))
      if (words.length > MODEL_LIMITS.text) faults.push(stop('text_too_long', { ...place, language }))
  }
  return faults
}

/** Factors, and attributes of one factor, that nobody could tell apart; the later one is named. */
function nameFaults({ factors }: FactorModel): ModelFault[] {
  const clashes = (list: readonly { key: string; name: LocalText }[], place: (key: string) => ModelPlace) =>
    list.flatMap(({ key, name }, at) => {
      const language = Object.keys(name).find(one =>
        list.slice(0, at).some(earlier => sameName(earlier.name[one], name[one])),
      )
      return language === undefined ? [] : [stop('same_name', { ...place(key), field: 'name', language })]
    })
  return [
    ...clashes(factors, factor => ({ factor })),
    ...factors.flatMap(({ key: factor, attributes }) =>
      clashes(attributes, attribute => ({ factor, attribute })),
    ),
  ]
}

function sameName(a: string | undefined, b: string | undefined): boolean {
  const plain = (name: string | undefined) => name?.trim().toLocaleLowerCase() ?? ''
  return plain(a) !== '' && plain(a) === plain(b)
}

/** The words that stand more than once, each named once. */
function repeated(words: readonly string[]): string[] {
  return [...new Set(words.filter((word, at) => words.indexOf(word) < at))]
}

function stop(code: ModelFaultCode, place: ModelPlace = {}): ModelFault {
  return { code, severity: 'stops', place }
}
