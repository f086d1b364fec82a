/** A piece of a document that leaves the house as Markdown or PDF. */
export type DocumentPart =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  /** A sentence with what it is before it, such as "Decision". */
  | { kind: 'marked'; mark: string; text: string }
  | { kind: 'table'; columns: string[]; rows: string[][] }

export interface PlainDocument {
  title: string
  /** What stands below the title: when, where, who. */
  facts: { label: string; value: string }[]
  parts: DocumentPart[]
}
