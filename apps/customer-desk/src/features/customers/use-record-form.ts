import { type Changes, realChanges } from '@sixfold/domain/customers/provenance'
import { type ContractFormOptions, useContractForm } from '@sixfold/ui/parts/form'
import { Clash, saveOnTop } from '@sixfold/ui/save-on-top'
import { useState } from 'react'
import type { DefaultValues, FieldValues, Path, PathValue } from 'react-hook-form'

interface RecordFormOptions<Stored, Fields extends FieldValues>
  extends Pick<ContractFormOptions<Fields, Fields>, 'schema' | 'refusals'> {
  stored: Stored
  fieldsOf: (stored: Stored) => Fields
  send: (revision: number, changes: Changes<Fields>) => Promise<unknown>
  readCurrent: (data: unknown) => Stored | undefined
  onSaved: () => void
}

/** The fields that somebody else changed as well, and what each side wrote. */
export interface RecordClash<Fields> {
  fields: readonly string[]
  current: Fields
  mine: Fields
  keepMine: () => void
  takeTheirs: () => void
}

/** A form that changes what is on record: it sends what is different, and says so when somebody else was quicker. */
export function useRecordForm<Stored extends { revision: number }, Fields extends FieldValues>(
  options: RecordFormOptions<Stored, Fields>,
) {
  const { stored, fieldsOf, schema, refusals, send, readCurrent, onSaved } = options
  const [base, setBase] = useState(stored)
  const [clash, setClash] = useState<Clash<Fields & { revision: number }>>()
  const known = (record: Stored) => ({ ...fieldsOf(record), revision: record.revision })

  async function save(values: Fields, on: Stored) {
    const changes = realChanges<Fields>(fieldsOf(on), values)
    setClash(undefined)
    try {
      if (Object.keys(changes).length > 0)
        await saveOnTop<Fields & { revision: number }, Fields, unknown>({
          base: known(on),
          changes,
          send: revision => send(revision, changes),
          readCurrent: data => {
            const current = readCurrent(data)
            if (current) setBase(current)
            return current && known(current)
          },
        })
      onSaved()
    } catch (error) {
      if (!(error instanceof Clash)) throw error
      // What somebody changed elsewhere is theirs; only what was written here is in question.
      for (const [field, value] of Object.entries(error.current))
        if (field !== 'revision' && !(field in changes))
          state.form.setValue(field as Path<Fields>, value as PathValue<Fields, Path<Fields>>)
      setClash(error)
    }
  }

  const state = useContractForm<Fields, Fields>({
    schema,
    defaultValues: fieldsOf(stored) as DefaultValues<Fields>,
    ...(refusals ? { refusals } : {}),
    submit: values => save(values, base),
  })
  return {
    state,
    clash: clash && {
      fields: clash.clashing,
      current: clash.current as Fields,
      mine: state.form.getValues(),
      // Saved on what stands now, which is what `base` has become.
      keepMine: () => state.onSubmit(),
      takeTheirs() {
        for (const field of clash.clashing)
          state.form.setValue(field as Path<Fields>, clash.current[field] as PathValue<Fields, Path<Fields>>)
        setClash(undefined)
      },
    },
  }
}
