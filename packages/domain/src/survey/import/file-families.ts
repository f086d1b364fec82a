import type { FileFamily } from '../question.ts'
import { FILE_FAMILIES } from '../question.ts'

const ENDINGS: Readonly<Record<FileFamily, RegExp>> = {
  image: /image\/|\.(png|jpe?g|gif|webp|heic)/i,
  pdf: /pdf/i,
  document: /word|document|text|\.(docx?|odt|txt|rtf)/i,
  spreadsheet: /sheet|excel|csv|\.(xlsx?|ods)/i,
}

/** The families among which some of these endings or media types are; all, where none is named. */
export function fileFamilies(types: string): FileFamily[] {
  const named = FILE_FAMILIES.filter(family =>
    ENDINGS[family].test(types.replace(/spreadsheetml|opendocument\.spreadsheet/gi, 'sheet')),
  )
  return named.length > 0 ? named : [...FILE_FAMILIES]
}
