/** Why a file cannot be read as a survey, and where in it. The only error that reading a file throws. */
export class SurveyFileRefusal extends Error {
  override name = 'SurveyFileRefusal'
  readonly code: SurveyFileFault
  readonly at: { line: number; column: number } | null
  /** What the message names, such as the version that was found. */
  readonly values: Readonly<Record<string, string>>

  constructor(
    code: SurveyFileFault,
    { at = null, values = {} }: { at?: SurveyFileRefusal['at']; values?: Record<string, string> } = {},
  ) {
    super(code)
    this.code = code
    this.at = at
    this.values = values
  }
}

export type SurveyFileFault =
  | 'file_empty'
  | 'file_pdf'
  | 'file_spreadsheet'
  | 'file_binary'
  | 'encoding'
  | 'unknown_format'
  | 'broken_json'
  | 'too_deep'
  | 'unknown_version'
  | 'broken_xml'
  | 'doctype'
  | 'not_limesurvey'
  | 'part_of_survey'
  | 'no_questions'

/** The line and column of a place in a text, both from 1. */
export function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n') }
}
