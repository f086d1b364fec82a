import type { ImportDraft } from '../draft.ts'
import type { ImportReason } from '../report.ts'
import { isRule } from './conversion.ts'
import type { LimeQuestion, LimeSurveyFile, Row } from './tables.ts'
import { field } from './tables.ts'

/** Tables that hold what was read already, or that name nothing of their own. */
const READ = new Set(
  `answers answer_l10ns groups group_l10ns questions question_l10ns subquestions subquestion_l10ns question_attributes
  surveys surveys_languagesettings defaultvalue_l10ns quota_members quota_languagesettings`.split(/\s+/),
)

const REASONS: Readonly<Record<string, ImportReason>> = {
  quota: 'quota',
  assessments: 'assessment',
  defaultvalues: 'prefilled',
  conditions: 'condition',
  survey_url_parameters: 'external',
  themes: 'appearance',
  themes_inherited: 'appearance',
  plugin_settings: 'settings',
}

const NAMES: Readonly<Record<string, readonly string[]>> = {
  quota: ['name', 'qlimit'],
  assessments: ['name', 'message'],
  defaultvalues: ['qid', 'defaultvalue'],
  conditions: ['qid', 'cfieldname', 'method', 'value'],
  survey_url_parameters: ['parameter'],
}

/** Says of every table and setting that nothing was made of it: quotas and assessments one by one. */
export function noteUnused(
  draft: ImportDraft,
  { tables }: LimeSurveyFile,
  questions: readonly LimeQuestion[],
): void {
  const byId = new Map(questions.map(question => [question.qid, question]))
  for (const [table, rows] of tables) {
    if (READ.has(table) || rows.length === 0) continue
    const reason = REASONS[table] ?? 'no_counterpart'
    const names = NAMES[table]
    if (!names) {
      draft.note({}, table, reason, `${rows.length}`)
      continue
    }
    for (const row of rows) {
      const question = byId.get(field(row, 'qid'))
      // The other tool writes these conditions a second time, as an equation, which was read.
      if (table === 'conditions' && question && isRule(question.relevance)) continue
      const where = question ? { question: question.code } : {}
      draft.note(
        where,
        table,
        reason,
        names
          .map(name => field(row, name))
          .filter(Boolean)
          .join(' '),
      )
    }
  }
  const [survey] = tables.get('surveys') ?? []
  if (survey) draft.note({}, 'surveys', 'settings', [...survey.keys()].slice(0, 20).join(', '))
  for (const row of tables.get('surveys_languagesettings') ?? []) noteLanguageSettings(draft, row)
}

/** Mails, notices and addresses of one language. */
function noteLanguageSettings(draft: ImportDraft, row: Row): void {
  const language = field(row, 'surveyls_language')
  const texts = [...row].filter(
    ([name, value]) =>
      value.trim() !== '' &&
      !/^surveyls_(survey_id|language|title|welcometext|endtext|dateformat|numberformat|attributecaptions)$/.test(
        name,
      ),
  )
  if (texts.length > 0)
    draft.note(
      {},
      'surveys_languagesettings',
      'settings',
      `${language}: ${texts.map(([name]) => name).join(', ')}`,
    )
}
