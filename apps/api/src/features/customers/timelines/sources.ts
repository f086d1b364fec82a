import type { TimelineSource } from '../../../sources/timeline-source.ts'
import { callEntries } from '../../calls/call-entries/service.ts'
import { caseEntries } from '../../cases/case-entries/service.ts'
import { taskEntries } from '../../cases/task-entries/service.ts'
import { touchEntries } from '../../contact-policy/touch-entries/service.ts'
import { dealEntries } from '../../evidence/deal-entries/service.ts'
import { requestEntries } from '../../requirements/request-entries/service.ts'
import { answerEntries } from '../../results/answer-entries/service.ts'
import { eventEntries } from '../../roundtables/event-entries/service.ts'
import { purchaseEntries } from '../purchase-entries/service.ts'

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
