import type { Language } from '../../../local-text.ts'
import type { SourceText } from '../draft.ts'
import { languageTag } from '../languages.ts'

/** A JSON object of the file: its own keys only. */
export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The properties of one object, and which of them were read: what nobody asked for is left over, and is said. */
export class Props {
  readonly #object: JsonObject
  readonly #read = new Set<string>()
  /** Names of those that hold something else than they should. */
  readonly malformed: string[] = []

  constructor(object: JsonObject) {
    this.#object = object
  }

  has(name: string): boolean {
    return (
      Object.hasOwn(this.#object, name) && this.#object[name] !== undefined && this.#object[name] !== null
    )
  }

  /** The first of these that is there. */
  take(...names: readonly string[]): unknown {
    let found: unknown
    for (const name of names) {
      this.#read.add(name)
      if (found === undefined && this.has(name)) found = this.#object[name]
    }
    return found
  }

  string(...names: readonly string[]): string {
    const value = this.take(...names)
    if (typeof value === 'number' || typeof value === 'boolean') return String(value)
    return this.#fitting(value, names, typeof value === 'string') ?? ''
  }

  flag(...names: readonly string[]): boolean {
    const value = this.take(...names)
    return this.#fitting(value, names, typeof value === 'boolean') ?? false
  }

  /** A finite number, also where it is written as a text. */
  number(...names: readonly string[]): number | undefined {
    const value = this.take(...names)
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    return this.#fitting(value === '' ? undefined : number, names, Number.isFinite(number))
  }

  list(...names: readonly string[]): readonly unknown[] {
    const value = this.take(...names)
    return this.#fitting(value, names, Array.isArray(value)) ?? []
  }

  /** What nobody asked for and says something. */
  left(): [string, unknown][] {
    return Object.keys(this.#object)
      .filter(name => !this.#read.has(name) && saysSomething(this.#object[name]))
      .map(name => [name, this.#object[name]])
  }

  #fitting<T>(value: unknown, names: readonly string[], fits: boolean): T | undefined {
    if (value === undefined) return undefined
    if (fits) return value as T
    const [name] = names
    if (name) this.malformed.push(name)
    return undefined
  }
}

function saysSomething(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return false
  return typeof value !== 'object' || Object.keys(value).length > 0
}

/** A text of the file: one for the default language, or one for each language, `default` among them. */
export function sourceText(value: unknown, defaultLanguage: Language): SourceText {
  if (typeof value === 'string') return [[defaultLanguage, value]]
  if (typeof value === 'number' || typeof value === 'boolean') return [[defaultLanguage, String(value)]]
  if (!isObject(value)) return []
  return Object.keys(value).flatMap((name): [Language, string][] => {
    const words = value[name]
    if (typeof words !== 'string') return []
    return [[name === 'default' ? defaultLanguage : (languageTag(name) ?? name), words]]
  })
}
