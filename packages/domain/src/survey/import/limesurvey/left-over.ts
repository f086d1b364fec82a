import type { ImportDraft } from '../draft.ts'
import type { ImportPlace, ImportReason } from '../report.ts'
import type { LimeQuestion } from './tables.ts'

/** Values that say no more than that nothing was set. */
const UNSET = /^(0|N|none|default|inherit|normal|bottom|center|auto|left|A|D)$/i

const LOOKS =
  /width|column|cssclass|css|statistic|public_|printable|display|placeholder|scale_export|keep_aspect|repeat_headings|time_limit|location|slider_|show|hide_tip|theme|size|height|prefix|suffix|page_break|image|alphasort|category|label|rows|cols|separator|numbers_only|em_validation_.*_tip|samechoiceheight|samelistheight|choice_title|rank_title|choose|save_as_default|use_dropdown|mode|bootstrap|button|dropdown|reverse|input_size|icon|parent_order|thousands|text_input|autocheck|assessment_value|encrypted|printable_help|input_max_characters/i

/** Says of every attribute that nothing was made of it: looks in one line, each of the others for itself. */
export function noteAttributes(draft: ImportDraft, where: ImportPlace, { attributes }: LimeQuestion): void {
  const looks: string[] = []
  for (const [name, value] of attributes.left()) {
    if (UNSET.test(value.trim())) continue
    const reason = reasonFor(name)
    if (reason) draft.note(where, name, reason, value)
    else if (LOOKS.test(name)) looks.push(`${name}: ${value}`)
    else draft.note(where, name, 'no_counterpart', value)
  }
  if (looks.length > 0) draft.note(where, 'attributes', 'appearance', looks.join(', '))
}

function reasonFor(name: string): ImportReason | null {
  if (/^array_filter|^exclude|relevance/.test(name)) return 'condition'
  if (
    /^em_validation_(s?q)$|^(min|max|equals)_num_value|^(min|max)_answers|^preg|validation$|^multiflexible/.test(
      name,
    )
  )
    return 'check'
  if (/equation|^em_/.test(name)) return 'computed'
  if (/script|javascript/.test(name)) return 'script'
  return /default/.test(name) ? 'prefilled' : null
}
