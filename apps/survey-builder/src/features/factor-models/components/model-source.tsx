import { Textarea } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { factorModelWords } from '../../../words/factor-models.ts'
import { placeId, useEditing } from '../editing-context.ts'

/** Where the factors come from: one text for all languages, as in a list of references. */
export function ModelSource() {
  const say = useSay(factorModelWords)
  const { draft } = useEditing()
  return (
    <Textarea
      id={placeId({ field: 'source' })}
      autosize
      minRows={1}
      maxRows={6}
      label={say('source')}
      description={say('sourceHelp')}
      value={draft.content.source}
      onChange={event => draft.edit({ edit: 'source', value: event.currentTarget.value })}
    />
  )
}
