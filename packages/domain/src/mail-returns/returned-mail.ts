/** A mail that came back to us, taken apart by a MIME parser; everything in it was written by strangers. */
export interface ReturnedMail {
  /** By lower-case name; of a header that comes several times the first. */
  headers: Readonly<Record<string, string>>
  subject: string
  text: string
  /** Parts besides the text, such as `message/delivery-status`, by lower-case MIME type, decoded. */
  parts: readonly { type: string; text: string }[]
}

/** The fields of a block of `Name: value` lines, folded lines joined, names in lower case; of a name the first. */
export function fieldsOf(block: string): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {}
  for (const line of block.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (name !== '' && !Object.hasOwn(fields, name)) fields[name] = line.slice(colon + 1).trim()
  }
  return fields
}

/** The text of the first part of a type; null: there is none. */
export function partOf({ parts }: ReturnedMail, type: string): string | null {
  return parts.find(part => part.type === type)?.text ?? null
}
