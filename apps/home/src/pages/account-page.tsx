import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { PasswordForm } from '../features/account/components/password-form.tsx'
import { houseWords } from '../words/house.ts'

/** `/account`: what belongs to the person who is signed in. */
export function AccountPage() {
  const say = useSay(houseWords)
  const actor = useSession().data?.actor
  return (
    <>
      <PageHeader title={say('accountTitle')} lead={actor && `${actor.name}, ${actor.email}`} />
      <Sheet title={say('passwordTitle')}>
        <PasswordForm />
      </Sheet>
    </>
  )
}
