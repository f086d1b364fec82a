import type { EvidenceSourceReader } from '../../../sources/evidence-source.ts'
import { caseEvidence } from '../../cases/case-entries/service.ts'
import { requestEvidence } from '../../requirements/request-evidence/service.ts'
import { answerEvidence } from '../../results/answer-evidence/service.ts'
import { dealEvidence, studyEvidence } from '../deal-entries/service.ts'

/** One line for each feature that hears something from customers; it comes from that feature's service. */
export const evidenceSources: readonly EvidenceSourceReader[] = [
  answerEvidence,
  requestEvidence,
  caseEvidence,
  dealEvidence,
  studyEvidence,
]
