import { showsAnswer } from '@sixfold/domain/cases/answer-sight'
import type { CaseSource } from '@sixfold/domain/cases/case-kinds'
import type { CaseEntry } from '@sixfold/domain/cases/timeline'
import type { CountedEvidence } from '@sixfold/domain/evidence/evidence-map'
import type { TimelineKind } from '@sixfold/domain/timeline/entry'
import { newest } from '@sixfold/domain/timeline/newest'
import { plainEntry } from '@sixfold/domain/timeline/plain-entry'
import type { EvidenceSourceReader } from '../../../sources/evidence-source.ts'
import type { TimelineSource } from '../../../sources/timeline-source.ts'
import type { CaseRow } from '../case-records/service.ts'
import { findCases } from '../case-records/service.ts'

/** An account with more cases than this shows the latest of them. */
const MOST_CASES = 500

/** What an account's timeline shows of its cases: what was said and done, without what is only our own housekeeping. */
export const caseEntries: TimelineSource = {
  may: 'case.read',
  async accountEntries(ctx, { actor, accountId, regionId }, page) {
    const rows = await findCases(
      ctx,
      { accountId, regionIds: [regionId] },
      { after: null, limit: MOST_CASES },
    )
    const entries = rows.flatMap(row => row.entries.flatMap(one => shown(row, one, showsAnswer(actor, row))))
    return newest(entries, page)
  },
}

const KINDS: Partial<Record<CaseEntry['what'], TimelineKind>> = {
  opened: 'case_opened',
  acknowledged: 'case_step',
  waiting: 'case_step',
  went_on: 'case_step',
  reopened: 'case_step',
  handed_over: 'case_step',
  escalated: 'case_step',
  closed: 'case_step',
  merged: 'case_step',
  resolved: 'case_resolved',
  confirmed: 'case_judged',
  disputed: 'case_judged',
  judged: 'case_judged',
}

/** These came from the customer, whoever wrote them down. */
const SAID: readonly CaseSource[] = ['complaint', 'call', 'round_table']

function shown(row: CaseRow, { id, at, what, by, name, text }: CaseEntry, mayRead: boolean) {
  const kind = KINDS[what]
  if (!kind) return []
  const opened = what === 'opened'
  const tellsAnswer = opened || what === 'judged'
  return plainEntry({
    id: `case:${id}`,
    at,
    kind,
    side: by === 'customer' || (opened && SAID.includes(row.kind)) ? 'they' : 'we',
    contactId: row.contactId,
    by: name,
    title: row.receipt,
    // An escalation keeps its level where others keep words.
    text: (tellsAnswer && !mayRead) || what === 'escalated' ? '' : opened ? row.text : text,
    factor: mayRead ? row.factor : null,
    detail: opened ? row.kind : what,
    about: { kind: 'case', id: row._id },
  })
}

/** Cases that were heard from customers: a low score was heard where it was given, and silence is no word. */
const HEARD: readonly CaseSource[] = [...SAID, 'hand']
const BATCH = 1000

export const caseEvidence: EvidenceSourceReader = async (ctx, { from, to, regionIds }) => {
  const counted = new Map<string, CountedEvidence>()
  let after: CaseRow | null = null
  for (;;) {
    const rows: CaseRow[] = await findCases(
      ctx,
      { regionIds, openedFrom: from, openedBefore: to },
      { after, limit: BATCH },
    )
    for (const { kind, state, regionId, accountId, factor } of rows) {
      if (!HEARD.includes(kind) || state === 'merged') continue
      const key = JSON.stringify([regionId, accountId, factor?.key])
      const known = counted.get(key)
      const of = { source: 'case', regionId, accountId, factor: factor?.key ?? null } as const
      counted.set(key, { ...of, count: (known?.count ?? 0) + 1 })
    }
    after = rows.at(-1) ?? null
    if (rows.length < BATCH) return [...counted.values()]
  }
}
