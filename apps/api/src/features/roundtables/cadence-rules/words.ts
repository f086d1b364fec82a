import { createWords } from '@sixfold/contract/words'
import type { RuleFault } from '@sixfold/domain/roundtables/cadence-rule'

const en: Record<RuleFault, string> = {
  no_such_day: 'There is no such day.',
  too_far: 'The year lies outside 2000 to 2100.',
  unknown_step: 'Choose one of the steps.',
  no_such_weekday: 'Choose one of the weekdays.',
}

const vi: Record<RuleFault, string> = {
  no_such_day: 'Không có ngày này.',
  too_far: 'Năm nằm ngoài khoảng 2000 đến 2100.',
  unknown_step: 'Hãy chọn một trong các nhịp có sẵn.',
  no_such_weekday: 'Hãy chọn một thứ trong tuần.',
}

export const ruleWords = createWords({ en, vi })
