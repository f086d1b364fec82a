import type { EvidenceSourceReader } from '../../sources/evidence-source.ts'
import { answerEvidence } from '../answer-evidence/service.ts'
import { caseEvidence } from '../case-entries/service.ts'
import { dealEvidence, studyEvidence } from '../deal-entries/service.ts'
import { requestEvidence } from '../request-evidence/service.ts'

/** One line for each feature that hears something from customers; it comes from that feature's service. */
export const evidenceSources: readonly EvidenceSourceReader[] = [
  answerEvidence,
  requestEvidence,
  caseEvidence,
  dealEvidence,
  studyEvidence,
]
