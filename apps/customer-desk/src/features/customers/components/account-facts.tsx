import type { AccountFields, AccountRecord } from '@sixfold/contract/customers'
import { accountConflictData } from '@sixfold/contract/customers'
import { useChangeAccount } from '../queries.ts'
import { useAccountTexts } from '../use-account-texts.ts'
import { RecordFacts } from './record-facts.tsx'

export function AccountFacts({ account, mayEdit }: { account: AccountRecord; mayEdit: boolean }) {
  const texts = useAccountTexts()
  const change = useChangeAccount()
  return (
    <RecordFacts<AccountRecord, AccountFields>
      record={account}
      texts={texts}
      shown={shown}
      mayEdit={mayEdit}
      verify={(field, revision) =>
        change.mutateAsync({ id: account.id, revision, changes: {}, verified: [field] })
      }
      readCurrent={data => accountConflictData.safeParse(data).data?.current}
    />
  )
}

function shown(field: keyof AccountFields, text: string) {
  if (field !== 'website' || text === '') return text
  return (
    <a href={text} target="_blank" rel="noreferrer">
      {text.replace(/^https?:\/\//, '').replace(/\/$/, '')}
    </a>
  )
}
