import type { FileFamily } from './question.ts'

/** One type of file that may be given: nothing that can carry a program, such as a macro or a script. */
export interface FileType {
  /** Media type. */
  type: string
  extension: string
}

/** The types of each family. */
export const FILE_TYPES: Record<FileFamily, readonly FileType[]> = {
  image: [
    { type: 'image/png', extension: 'png' },
    { type: 'image/jpeg', extension: 'jpg' },
    { type: 'image/webp', extension: 'webp' },
    { type: 'image/gif', extension: 'gif' },
  ],
  pdf: [{ type: 'application/pdf', extension: 'pdf' }],
  document: [
    { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx' },
    { type: 'application/vnd.oasis.opendocument.text', extension: 'odt' },
  ],
  spreadsheet: [
    { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' },
    { type: 'application/vnd.oasis.opendocument.spreadsheet', extension: 'ods' },
  ],
}

/**
 * The type by its media type, if one of these families takes it; else null.
 *
 * @example acceptedType(['pdf'], 'application/pdf') // { type: 'application/pdf', extension: 'pdf' }
 * @example acceptedType(['pdf'], 'image/png') // null
 */
export function acceptedType(families: readonly FileFamily[], type: string): FileType | null {
  return families.flatMap(family => FILE_TYPES[family]).find(one => one.type === type) ?? null
}
