import type { TimelineSource } from '../../sources/timeline-source.ts'
import { answerEntries } from '../answer-entries/service.ts'
import { callEntries } from '../call-entries/service.ts'
import { caseEntries } from '../case-entries/service.ts'
import { dealEntries } from '../deal-entries/service.ts'
import { eventEntries } from '../event-entries/service.ts'
import { purchaseEntries } from '../purchase-entries/service.ts'
import { requestEntries } from '../request-entries/service.ts'
import { taskEntries } from '../task-entries/service.ts'
import { touchEntries } from '../touch-entries/service.ts'

/** One line for each feature that knows something of an account; it comes from that feature's service. */
export const timelineSources: readonly TimelineSource[] = [
  answerEntries,
  callEntries,
  caseEntries,
  dealEntries,
  eventEntries,
  purchaseEntries,
  requestEntries,
  taskEntries,
  touchEntries,
]
