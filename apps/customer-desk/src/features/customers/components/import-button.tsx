import { Button } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { IconUpload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { deskWords } from '../../../words/desk.ts'

/** Leads to where lists of customers are brought in. */
export function ImportButton() {
  const say = useSay(deskWords)
  return (
    <Button
      renderRoot={(props: object) => <Link to="/imports" {...props} />}
      leftSection={<IconUpload size={16} stroke={1.75} aria-hidden="true" />}
    >
      {say('importCustomers')}
    </Button>
  )
}
