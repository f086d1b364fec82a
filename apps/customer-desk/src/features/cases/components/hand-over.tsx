import { Modal } from '@mantine/core'
import type { CaseDetail } from '@sixfold/contract/cases'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { commonWords } from '@sixfold/ui/words/common'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { caseWords } from '../../../words/cases.ts'
import { colleaguesQuery, useHandOver } from '../queries.ts'
import { Choice } from './choice.tsx'
import { NoteForm } from './note-form.tsx'

interface Colleague {
  id: string
  name: string
}

/** Gives a case to a colleague, with what they should know of it. */
export function HandOver({ one }: { one: CaseDetail }) {
  const say = useSay(caseWords)
  const sayCommon = useSay(commonWords)
  const colleagues = useQuery(colleaguesQuery(one.regionId)).data ?? []
  const [to, setTo] = useState<Colleague | null>(null)
  const close = () => setTo(null)
  return (
    <>
      <Choice
        label={say('handOver')}
        choices={colleagues.map(({ id, name }) => ({ value: id, label: name, person: true }))}
        current={one.ownerId}
        onChoose={id => setTo(colleagues.find(colleague => colleague.id === id) ?? null)}
      />
      {to && (
        <Modal
          opened
          onClose={close}
          title={say('handOver.to', { name: to.name })}
          closeButtonProps={{ 'aria-label': sayCommon('close') }}
        >
          <HandOverForm caseId={one.id} to={to} onClose={close} />
        </Modal>
      )}
    </>
  )
}

function HandOverForm({ caseId, to, onClose }: { caseId: string; to: Colleague; onClose: () => void }) {
  const say = useSay(caseWords)
  const handOver = useHandOver()
  return (
    <>
      {handOver.isError && <FailureNotice error={handOver.error} />}
      <NoteForm
        label={say('handOver.note')}
        optional
        send={say('handOver')}
        busy={handOver.isPending}
        onCancel={onClose}
        onSend={note => handOver.mutate({ id: caseId, ownerId: to.id, note }, { onSuccess: onClose })}
      />
    </>
  )
}
