import type { ErrorCode } from '@sixfold/contract/errors'
import type { FieldTexts } from '@sixfold/contract/portal-fields'
import {
  answerField,
  answerOf,
  earlierField,
  earlierText,
  fileField,
  sameAnswer,
  textsOf,
} from '@sixfold/contract/portal-fields'
import type { AnswerValue } from '@sixfold/domain/survey/answers'
import type { Request } from 'express'
import type { Context } from '../../../../context.ts'
import { AppError } from '../../../../errors.ts'
import type { FormFields } from '../../../../files/read-form.ts'
import { readForm } from '../../../../files/read-form.ts'
import { limitUpload } from '../../../../http/limits.ts'
import { storeUpload } from '../../../house/files/service.ts'
import type { AskedSurvey } from '../../asked-surveys/service.ts'
import type { Incoming } from '../../responses/service.ts'
import type { Link } from '../service.ts'

/** A file that was not taken, and why. */
export interface RefusedFile {
  question: string
  name: string
  code: ErrorCode
}

export interface Posted {
  fields: FormFields
  refused: readonly RefusedFile[]
}

/** The fields of a form that was posted, its files kept on the way. */
export async function readPosted(ctx: Context, request: Request, link: Link): Promise<Posted> {
  if (!request.is('multipart/form-data')) return { fields: plainFields(request.body), refused: [] }
  const added = new Map<string, string[]>()
  const refused: RefusedFile[] = []
  const fields = await readForm(request, async ({ field, name, content }) => {
    const question = [...link.survey.questions.values()].find(({ id }) => fileField(id) === field)
    if (question?.kind !== 'upload' || link.state !== 'open') return drain(content)
    try {
      await limitUpload(request.params.token as string)
      const { invitation, wave } = link
      const place = {
        responseId: invitation.id,
        regionId: invitation.regionId,
        closesAt: wave.closesAt,
        question,
      }
      const { _id } = await storeUpload(ctx, place, { name, content })
      added.set(question.id, [...(added.get(question.id) ?? []), _id])
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.push({ question: question.id, name, code: error.code })
      await drain(content)
    }
  })
  for (const [question, ids] of added) {
    const name = answerField(question)
    fields.set(name, [...new Set([...(fields.get(name) ?? []), ...ids])])
  }
  return { fields, refused }
}

async function drain(content: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of content) {
    // Passed over.
  }
}

/** The fields of a form without files. */
export function plainFields(body: unknown): FormFields {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>)
  return new Map(
    entries.map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value]).filter(text => typeof text === 'string'),
    ]),
  )
}

/** A field that is there once; one that came several times counts as its last. */
export const fieldOf = (fields: FormFields, name: string): string | undefined => fields.get(name)?.at(-1)

/** What the fields of each question on the page say; of a question that was not there, nothing. */
export function postedTexts({ questions }: AskedSurvey, fields: FormFields): Map<string, FieldTexts> {
  const entries = [...fields].flatMap(([name, texts]) => texts.map(text => [name, text] as const))
  return new Map(
    [...questions.keys()].flatMap(id => {
      const texts = textsOf(id, entries)
      return Object.keys(texts).length > 0 || fields.has(earlierField(id)) ? [[id, texts]] : []
    }),
  )
}

/** The questions that stood on the page. */
export function shownOnPage({ questions }: AskedSurvey, fields: FormFields): string[] {
  return [...questions.keys()].filter(id => fields.has(earlierField(id)))
}

/**
 * What the customer changed on the page: a question whose fields say what was kept when the page was made is no change, so
 * a page left open in another window never brings old answers back.
 */
export function changesOf(survey: AskedSurvey, fields: FormFields): Incoming {
  const changed = [...postedTexts(survey, fields)].flatMap(([id, texts]) => {
    const question = survey.questions.get(id)
    const value = question ? answerOf(question, texts) : null
    return earlierText(value) === (fieldOf(fields, earlierField(id)) ?? '') ? [] : [{ id, value }]
  })
  const strange = strangeAnswers(survey, fields)
  return kept =>
    Object.fromEntries(
      [...changed, ...strange].flatMap(({ id, value }) => {
        const stored = Object.hasOwn(kept, id) ? kept[id] : undefined
        if (sameAnswer(stored?.value, value)) return []
        return [[id, { value, revision: (stored?.revision ?? 0) + 1 }]]
      }),
    )
}

/** Answers to questions that do not exist: refused by their name, like those that the API gets. */
function strangeAnswers(
  { questions }: AskedSurvey,
  fields: FormFields,
): { id: string; value: AnswerValue }[] {
  return [...fields].flatMap(([name, [value = '']]) => {
    const id = /^a\.([^:]*)/.exec(name)?.[1]
    return id === undefined || questions.has(id) || value === '' ? [] : [{ id, value }]
  })
}

/** Takes a file out of an answer, as its button asks: `question:id`. */
export function withoutRemoved(fields: FormFields): FormFields {
  const [question = '', id = ''] = (fieldOf(fields, 'remove') ?? '').split(':')
  const name = answerField(question)
  const left = fields.get(name)?.filter(one => one !== id)
  return left ? new Map([...fields, [name, left]]) : fields
}
