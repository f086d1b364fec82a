import type { AccountFields, AccountRecord } from '@sixfold/contract/customers'
import { accountConflictData } from '@sixfold/contract/customers'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { saveOnTop } from '@sixfold/ui/save-on-top'
import { useState } from 'react'
import { recordWords } from '../../../words/record.ts'
import { useChangeAccount } from '../queries.ts'
import { useAccountTexts } from '../use-account-texts.ts'
import type { RecordField } from './record-fields.tsx'
import { RecordFields } from './record-fields.tsx'

/** What is known of an account, with who said it. */
export function AccountFacts({ account, mayEdit }: { account: AccountRecord; mayEdit: boolean }) {
  const say = useSay(recordWords)
  const { language } = useLanguage()
  const texts = useAccountTexts()
  const change = useChangeAccount()
  const [verifying, setVerifying] = useState<keyof AccountFields>()

  async function verify({ field, label }: RecordField<keyof AccountFields>) {
    setVerifying(field)
    try {
      await saveOnTop<AccountRecord, AccountFields, AccountRecord>({
        base: account,
        // The value goes along: if somebody has changed it meanwhile, it is not what was seen.
        changes: { [field]: account[field] },
        send: revision => change.mutateAsync({ id: account.id, revision, changes: {}, verified: [field] }),
        readCurrent: data => accountConflictData.safeParse(data).data?.current,
      })
      toast.done(say('verified', { field: label }))
    } catch (error) {
      toast.failed(error, language)
    }
    setVerifying(undefined)
  }

  return (
    <Sheet title={say('whatWeKnow')}>
      <RecordFields
        fields={texts.fields.map(field => ({
          field,
          label: texts.label(field),
          value: shown(field, texts.value(field, account)),
        }))}
        provenance={account.provenance}
        marks={account.marks}
        onVerify={mayEdit ? field => void verify(field) : undefined}
        verifying={verifying}
      />
    </Sheet>
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
