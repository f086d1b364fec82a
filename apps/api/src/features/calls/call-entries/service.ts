import { newest } from '@sixfold/domain/timeline/newest'
import { plainEntry } from '@sixfold/domain/timeline/plain-entry'
import type { TimelineSource } from '../../../sources/timeline-source.ts'
import { findProductsById } from '../../customers/products/service.ts'
import { dueBook } from '../due-records/service.ts'

/** Somebody of the other side was heard. */
const SPOKE: readonly string[] = ['made', 'call_back', 'not_responsible', 'not_wanted']

/** Every call after an installation as it went: who called, and what came of it. */
export const callEntries: TimelineSource = {
  may: 'customers.read',
  async accountEntries(ctx, { accountId }, page) {
    const rows = await dueBook.findCalledOf(ctx, accountId)
    const products = await findProductsById(ctx, [...new Set(rows.map(({ productId }) => productId))])
    const names = new Map(products.map(({ _id, name }) => [_id, name]))
    return newest(
      rows.flatMap(({ _id, productId, contactId, attempts = [] }) =>
        attempts.map(({ at, byName, outcome, note, contactId: spokenTo }) =>
          plainEntry({
            id: `call:${_id} ${at.getTime()}`,
            at,
            kind: 'call',
            side: SPOKE.includes(outcome) ? 'they' : 'we',
            contactId: spokenTo ?? contactId,
            by: byName,
            title: names.get(productId) ?? '',
            text: note,
            detail: outcome,
          }),
        ),
      ),
      page,
    )
  },
}
