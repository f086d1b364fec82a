import type { StaffMember } from '@sixfold/contract/staff'
import type { ImportCheck, SurveyFile } from '@sixfold/contract/survey-imports'
import { MOST_IMPORT_BYTES } from '@sixfold/contract/survey-imports'
import type { SurveyDraft } from '@sixfold/contract/surveys'
import type { UiLanguage } from '@sixfold/contract/words'
import type { FactorModel } from '@sixfold/domain/factor-model'
import { carriesQuarterlySurvey } from '@sixfold/domain/factor-model'
import { presetFactorModels } from '@sixfold/domain/factor-models/presets'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import { parseQuarter } from '@sixfold/domain/quarter'
import { canonicalJson } from '@sixfold/domain/survey/canonical-json'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import {
  OWN_FORMAT,
  OWN_FORMAT_VERSION,
  picturesOf,
  withPictures,
} from '@sixfold/domain/survey/import/own-file'
import { addItem } from '@sixfold/domain/survey/import/report'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { fieldFaults } from '../../../http/field-faults.ts'
import { pictureAddress, pictureFrom } from '../../../survey-files/pictures.ts'
import type { ReadSurvey } from '../../../survey-files/read-survey.ts'
import { FaultySurveyFile, readSurvey } from '../../../survey-files/read-survey.ts'
import { SurveyFileRefusal } from '../../../survey-files/refusal.ts'
import { record } from '../../house/audit/service.ts'
import { openPicture, storePicture } from '../../house/files/service.ts'
import { createFactorModel, findFactorModel, takeFactorModel } from '../factor-models/service.ts'
import { keepNewSurvey, publishedVersion, surveyDraft } from '../surveys/service.ts'
import { importRefusalWords } from './words.ts'

/** Surveys belong to the whole organisation. */
const WHOLE_HOUSE = { regionId: null }

/** Reads a file and says what it would become; nothing is kept. */
export async function checkImport(
  ctx: Context,
  actor: StaffMember,
  file: File,
  language: UiLanguage,
): Promise<ImportCheck> {
  if (!can(actor, 'survey.edit', WHOLE_HOUSE)) throw new AppError('not_found')
  const { format, definition, report, own } = await readWhole(ctx, file, language)
  return {
    format,
    definition,
    report: { items: report.items, counts: report.counts },
    factorModel: own && { ...own.definition.factorModel, standing: await standingOf(ctx, own) },
  }
}

export interface ImportOrder {
  file: File
  /** As `2026-Q3`. */
  quarter: string
  /** The one that the file names, where nothing is said. */
  factorModel?: string
}

/** Makes a survey of a file. Everything is read and looked at first, so that a refused file leaves nothing behind. */
export async function importSurvey(
  ctx: Context,
  actor: StaffMember,
  { file, quarter: written, factorModel: chosen }: ImportOrder,
  language: UiLanguage,
): Promise<SurveyDraft> {
  if (!can(actor, 'survey.edit', WHOLE_HOUSE)) throw new AppError('not_found')
  const quarter = parseQuarter(written)
  const say = importRefusalWords(language)
  if (!quarter) throw new AppError('invalid_input')
  const read = await readWhole(ctx, file, language)
  const model =
    chosen === undefined
      ? await modelOfFile(ctx, actor, read.own, language)
      : await takeFactorModel(ctx, { key: chosen })
  if (!model) {
    const message = say(chosen === undefined ? 'model_not_known' : 'unknown_factor_model')
    throw new AppError('invalid_input', { fields: [{ path: 'factorModel', message }] })
  }
  const stored = new Map<string, string>()
  for (const id of picturesOf(read.definition)) {
    const address = read.pictures.get(id)
    const picture = address === undefined ? null : await pictureFrom(address)
    stored.set(id, picture ? (await storePicture(ctx, actor, picture))._id : id)
  }
  const definition: SurveyDefinition = {
    ...withPictures(read.definition, id => stored.get(id) ?? null),
    factorModel: { key: model.key, version: model.version },
  }
  const survey = await keepNewSurvey(
    ctx,
    actor,
    { kind: carriesQuarterlySurvey(model) ? 'quarterly' : 'product', quarter, definition },
    `imported from ${read.format}`,
  )
  return survey
}

/** A survey as a file: its draft or one of its versions, with an own factor model and the pictures that it needs elsewhere. */
export async function exportSurvey(
  ctx: Context,
  actor: StaffMember,
  { id, version }: { id: string; version?: number | undefined },
): Promise<File> {
  if (!can(actor, 'survey.read', WHOLE_HOUSE)) throw new AppError('not_found')
  const found = version === undefined ? await surveyDraft(ctx, id) : await publishedVersion(ctx, id, version)
  if (!found) throw new AppError('not_found')
  const { definition } = found
  const content: SurveyFile = {
    format: OWN_FORMAT,
    formatVersion: OWN_FORMAT_VERSION,
    definition,
    ...(await carriedModel(ctx, definition)),
    ...(await carriedPictures(ctx, definition)),
  }
  await record(
    ctx,
    actor,
    'survey.exported',
    `survey:${id}`,
    version === undefined ? '' : `version ${version}`,
  )
  const title = textIn(definition.title, definition.defaultLanguage, 'en')
    .replace(/[^\p{L}\p{N}._-]+/gu, ' ')
    .trim()
  return new File([`${JSON.stringify(content, null, 2)}\n`], `${title.slice(0, 100) || 'survey'}.json`, {
    type: 'application/json',
  })
}

/** Reads a file and leaves out the pictures that are none, or that are neither in the file nor here. */
async function readWhole(ctx: Context, file: File, language: UiLanguage): Promise<ReadSurvey> {
  if (file.size > MOST_IMPORT_BYTES) throw new AppError('body_too_large')
  const [preset] = presetFactorModels
  const { key = '', version = 1 } = preset ?? {}
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await readSurvey(bytes, { key, version }).catch((error: unknown) => {
    throw refusalOf(error, language)
  })
  const missing = new Set<string>()
  for (const id of picturesOf(read.definition)) {
    const address = read.pictures.get(id)
    const there = address === undefined ? await isKept(ctx, id) : (await pictureFrom(address)) !== null
    if (there) continue
    missing.add(id)
    addItem(read.report, { where: {}, what: 'picture', reason: 'picture', detail: id })
  }
  const definition =
    missing.size === 0 ? read.definition : withPictures(read.definition, id => (missing.has(id) ? null : id))
  return { ...read, definition }
}

async function isKept(ctx: Context, picture: string): Promise<boolean> {
  return (await openKept(ctx, picture)) !== null
}

async function openKept(ctx: Context, picture: string) {
  try {
    return await openPicture(ctx, picture)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
}

function refusalOf(error: unknown, language: UiLanguage): unknown {
  const say = importRefusalWords(language)
  if (error instanceof SurveyFileRefusal) {
    const reason = say(error.code, error.values)
    const message = error.at ? say('at', { reason, ...error.at }) : reason
    const wrongKind = ['file_pdf', 'file_spreadsheet', 'file_binary'].includes(error.code)
    return new AppError(wrongKind ? 'unsupported_media_type' : 'invalid_input', {
      fields: [{ path: 'file', message }],
    })
  }
  if (!(error instanceof FaultySurveyFile)) return error
  const fields = [
    ...fieldFaults(error.issues, language, error.content),
    ...error.faults.map(({ code, path }) => ({ path: `definition.${path}`, message: say(code) })),
  ]
  return new AppError('invalid_input', {
    fields: fields
      .slice(0, MOST_FAULTS)
      .map(({ path, message }) => ({ path: path ? `file.${path}` : 'file', message })),
  })
}

/** A file may be wrong at every place; so many are named. */
const MOST_FAULTS = 100

/** What of a model is its content: the same content here and in a file is the same model, whatever its number. */
const contentOf = ({ name, source, factors }: Pick<FactorModel, 'name' | 'source' | 'factors'>) =>
  canonicalJson({ name, source, factors })

async function standingOf(ctx: Context, own: SurveyFile): Promise<'kept' | 'carried' | 'unknown'> {
  const here = await findFactorModel(ctx, own.definition.factorModel)
  if (here && (!own.factorModel || contentOf(here) === contentOf(own.factorModel))) return 'kept'
  return own.factorModel ? 'carried' : 'unknown'
}

/** The model that a file of our own names: the one that is here, or a copy of the one it carries. */
async function modelOfFile(
  ctx: Context,
  actor: StaffMember,
  own: SurveyFile | null,
  language: UiLanguage,
): Promise<FactorModel | null> {
  if (!own) return null
  switch (await standingOf(ctx, own)) {
    case 'kept':
      return takeFactorModel(ctx, own.definition.factorModel)
    case 'carried': {
      const { name, source, factors } = own.factorModel ?? { name: {}, source: '', factors: [] }
      const { key, version } = await createFactorModel(ctx, actor, { name, source, factors }, language)
      return takeFactorModel(ctx, { key, version })
    }
    case 'unknown':
      return null
  }
}

async function carriedModel(
  ctx: Context,
  { factorModel }: SurveyDefinition,
): Promise<Pick<SurveyFile, 'factorModel'>> {
  if (presetFactorModels.some(({ key }) => key === factorModel.key)) return {}
  const model = await findFactorModel(ctx, factorModel)
  if (!model) return {}
  const { key, version, name, source, factors } = model
  return {
    factorModel: {
      key,
      version,
      name,
      source,
      factors: factors.map(one => ({ ...one, attributes: [...one.attributes] })),
    },
  }
}

/** In characters: with them, the file can still be imported. */
const ROOM_FOR_PICTURES = 5_000_000

async function carriedPictures(
  ctx: Context,
  definition: SurveyDefinition,
): Promise<Pick<SurveyFile, 'pictures' | 'picturesLeftOut'>> {
  const pictures: Record<string, string> = {}
  const leftOut: string[] = []
  let room = ROOM_FOR_PICTURES
  for (const id of picturesOf(definition)) {
    const kept = await openKept(ctx, id)
    const size = kept ? Math.ceil(kept.bytes / 3) * 4 : 0
    if (!kept || size > room) {
      leftOut.push(id)
      continue
    }
    room -= size
    const pieces: Buffer[] = []
    for await (const piece of kept.content()) pieces.push(piece)
    pictures[id] = pictureAddress(kept.type, Buffer.concat(pieces))
  }
  return {
    ...(Object.keys(pictures).length > 0 ? { pictures } : {}),
    ...(leftOut.length > 0 ? { picturesLeftOut: leftOut } : {}),
  }
}
