import type { Language, LocalText } from '../local-text.ts'

/** `text` with one language set, or without it when the value is empty. */
export function withText(
  text: LocalText | undefined,
  { language, value }: { language: Language; value: string },
): LocalText {
  const { [language]: _before, ...others } = text ?? {}
  return value === '' ? others : { ...others, [language]: value }
}

/** `thing` with `key` set to `value`, or without `key` when the value has no entries. */
export function withOptional<T extends object, K extends keyof T>(thing: T, key: K, value: object): T {
  return withValue(thing, key, Object.keys(value).length === 0 ? null : value)
}

/** `thing` with `key` set to `value`, or without `key` when that is null. The caller knows that value and key fit. */
export function withValue<T extends object>(thing: T, key: PropertyKey, value: unknown): T {
  const { [key as keyof T]: _before, ...others } = thing
  return (value === null ? others : { ...others, [key]: value }) as T
}

/** The list with an item put in; an index past either end means that end. */
export function insertAt<T>(list: readonly T[], index: number, item: T): T[] {
  const at = Math.max(0, Math.min(index, list.length))
  return [...list.slice(0, at), item, ...list.slice(at)]
}
