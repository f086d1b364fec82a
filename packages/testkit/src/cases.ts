import type { CaseOrder, CaseRow } from '@sixfold/api/features/cases/case-records/service'
import { openCase } from '@sixfold/api/features/cases/cases/service'
import type { TestContact } from './customers.ts'
import type { TestApi } from './start-test-api.ts'

/** A low score becomes a case of this person, as a rule opens it. */
export function openCaseOf(
  { ctx }: Pick<TestApi, 'ctx'>,
  person: Pick<TestContact, 'id' | 'accountId'>,
  order: Pick<CaseOrder, 'words'> & Partial<CaseOrder>,
): Promise<CaseRow> {
  return openCase(ctx, {
    source: { kind: 'rule', id: `rule:${person.id}` },
    accountId: person.accountId,
    contactId: person.id,
    factor: null,
    severity: 'normal',
    openedBy: '',
    score: 2,
    ...order,
  })
}
