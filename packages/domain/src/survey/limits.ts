/** What a survey may grow to; the contract refuses more before anything is read further. */
export const SURVEY_LIMITS = {
  pages: 200,
  questions: 500,
  /** Options, rows or fields in one question. */
  parts: 200,
  /** In one condition. */
  tests: 50,
  /** Values that one test compares with. */
  testValues: 50,
  /** From one page. */
  jumps: 20,
  languages: 50,
  /** Characters of one text in one language. */
  text: 5_000,
  /** Characters that an answer in words may have. */
  answer: 20_000,
  /** Digits after the point of a number. */
  decimals: 6,
  /** Points of a numbered scale. */
  fewestPoints: 2,
  mostPoints: 11,
  /** A bound of a slider or a number, either way from zero. */
  number: 1_000_000_000_000,
  /** Points shared out in one question. */
  total: 1_000_000,
  /** Files in one answer, and megabytes of one of them. */
  files: 10,
  megabytes: 25,
  /** Characters of the whole survey as JSON: a stored document holds 16 MB, and a character takes up to three bytes. */
  size: 4_000_000,
  /** Operations in one save. */
  operations: 500,
} as const
