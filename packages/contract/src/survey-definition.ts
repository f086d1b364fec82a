import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import type { PageSettings } from '@sixfold/domain/survey/operation'
import { z } from 'zod'
import { key, language, localText } from './common.ts'
import { condition, jump } from './conditions.ts'
import { question } from './questions.ts'

/** Every setting of a page by its name. */
export const pageSettings = {
  factor: key,
  showIf: condition,
  jumps: z.array(jump).max(SURVEY_LIMITS.jumps),
} satisfies Record<keyof PageSettings, z.ZodType>

export const page = z.strictObject({
  id: key,
  title: localText,
  intro: localText.exactOptional(),
  factor: pageSettings.factor.exactOptional(),
  showIf: pageSettings.showIf.exactOptional(),
  jumps: pageSettings.jumps.exactOptional(),
  questions: z.array(question).max(SURVEY_LIMITS.questions),
})

export const languages = z.array(language).min(1).max(SURVEY_LIMITS.languages)

export const factorModelVersion = z.strictObject({ key, version: z.int().min(1) })

export const surveyDefinition: z.ZodType<SurveyDefinition> = z.strictObject({
  title: localText,
  languages,
  defaultLanguage: language,
  factorModel: factorModelVersion,
  welcome: localText,
  thanks: localText,
  pages: z.array(page).max(SURVEY_LIMITS.pages),
})
