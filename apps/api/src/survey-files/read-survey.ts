import type { SurveyFile } from '@sixfold/contract/survey-imports'
import { surveyFile } from '@sixfold/contract/survey-imports'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { ImportedSurvey } from '@sixfold/domain/survey/import/draft'
import { convertLimeSurvey } from '@sixfold/domain/survey/import/limesurvey/convert'
import type { DefinitionFault } from '@sixfold/domain/survey/import/own-file'
import { definitionFaults, OWN_FORMAT, OWN_FORMAT_VERSION } from '@sixfold/domain/survey/import/own-file'
import { newReport } from '@sixfold/domain/survey/import/report'
import { convertSurveyJs } from '@sixfold/domain/survey/import/surveyjs/convert'
import type { JsonObject } from '@sixfold/domain/survey/import/surveyjs/props'
import { isObject } from '@sixfold/domain/survey/import/surveyjs/props'
import type { $ZodIssue } from 'zod/v4/core'
import { readJson } from './read-json.ts'
import { readLss } from './read-lss.ts'
import { readText } from './read-text.ts'
import { SurveyFileRefusal } from './refusal.ts'

export type SurveyFileFormat = 'sixfold' | 'surveyjs' | 'limesurvey'

export interface ReadSurvey extends ImportedSurvey {
  format: SurveyFileFormat
  /** Of a file of our own. */
  own: SurveyFile | null
}

/** A file of our own whose fields, or what is between them, are not as they must be. */
export class FaultySurveyFile extends Error {
  override name = 'FaultySurveyFile'
  readonly issues: readonly $ZodIssue[]
  readonly faults: readonly DefinitionFault[]
  readonly content: unknown

  constructor(
    content: unknown,
    { issues = [], faults = [] }: { issues?: readonly $ZodIssue[]; faults?: readonly DefinitionFault[] },
  ) {
    super('faulty survey file')
    this.content = content
    this.issues = issues
    this.faults = faults
  }
}

/**
 * Reads a survey from a file, whatever the file is called: what it is stands in it. Throws `SurveyFileRefusal` or
 * `FaultySurveyFile`, and nothing else; keeps nothing.
 *
 * @param factorModel for formats that know of none
 */
export async function readSurvey(
  bytes: Uint8Array,
  factorModel: SurveyDefinition['factorModel'],
): Promise<ReadSurvey> {
  const text = readText(bytes)
  const [first] = text.trimStart()
  if (first === '<') {
    const file = await readLss(text)
    return whole({ ...convertLimeSurvey(file, factorModel), format: 'limesurvey', own: null })
  }
  if (first !== '{' && first !== '[') throw new SurveyFileRefusal('unknown_format')
  const json = readJson(text)
  if (!isObject(json)) throw new SurveyFileRefusal('unknown_format')
  if (Object.hasOwn(json, 'format') && json.format === OWN_FORMAT) return readOwn(json)
  if (
    !['pages', 'elements', 'questions'].some(name => Object.hasOwn(json, name) && Array.isArray(json[name]))
  )
    throw new SurveyFileRefusal('unknown_format')
  return whole({ ...convertSurveyJs(json, factorModel), format: 'surveyjs', own: null })
}

function whole(read: ReadSurvey): ReadSurvey {
  if (read.definition.pages.length === 0) throw new SurveyFileRefusal('no_questions')
  return read
}

function readOwn(json: JsonObject): ReadSurvey {
  const { formatVersion } = json
  if (formatVersion !== OWN_FORMAT_VERSION && Number.isInteger(formatVersion))
    throw new SurveyFileRefusal('unknown_version', {
      values: { version: String(formatVersion).slice(0, 20), known: String(OWN_FORMAT_VERSION) },
    })
  const parsed = surveyFile.safeParse(json)
  if (!parsed.success) throw new FaultySurveyFile(json, { issues: parsed.error.issues })
  const own = parsed.data
  const faults = definitionFaults(own.definition)
  if (faults.length > 0) throw new FaultySurveyFile(json, { faults })
  const pictures = new Map(Object.entries(own.pictures ?? {}))
  return { format: 'sixfold', own, definition: own.definition, report: newReport(), pictures }
}
