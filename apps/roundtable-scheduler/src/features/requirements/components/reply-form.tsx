import { Button, Textarea } from '@mantine/core'
import type { Requirement } from '@sixfold/contract/requirements'
import { uiLanguages } from '@sixfold/contract/words'
import { formatInstant } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useState } from 'react'
import { requirementWords } from '../../../words/requirements.ts'
import { useReply } from '../queries.ts'
import styles from './requirements.module.css'

/** What those who raised it read, in both languages; nothing leaves before it is released. */
export function ReplyForm({ requirement }: { requirement: Requirement }) {
  const say = useSay(requirementWords)
  const reply = useReply()
  const { id, revision, reply: kept, editable } = requirement
  const [said, setSaid] = useState<Record<string, string>>(kept?.said ?? {})
  const [did, setDid] = useState<Record<string, string>>(kept?.did ?? {})
  const isReleased = kept?.releasedAt != null
  const isChanged = !sameTexts(said, kept?.said) || !sameTexts(did, kept?.did)
  const isTold = isReleased && kept?.status === requirement.status
  const hasDid = Object.values(did).some(text => text.trim() !== '')
  const save = (release: boolean, done: string, texts = { said, did }) =>
    reply.mutate({ id, revision, ...texts, release }, { onSuccess: () => toast.done(done) })
  const names = { en: say('inEnglish'), vi: say('inVietnamese') }
  return (
    <Sheet title={say('reply')} aside={<Standing requirement={requirement} />}>
      <form className={styles.form} noValidate onSubmit={event => event.preventDefault()}>
        <p className={styles.quiet}>{say('replyText')}</p>
        {reply.isError && <FailureNotice error={reply.error} />}
        <div className={styles.languages}>
          {uiLanguages.map(tag => (
            <fieldset key={tag} className={`${styles.form} ${styles.language}`}>
              <legend className={styles.quiet}>{names[tag]}</legend>
              <Textarea
                label={say('replySaid')}
                lang={tag}
                value={said[tag] ?? ''}
                readOnly={!editable}
                maxLength={2000}
                autosize
                minRows={2}
                onChange={event => setSaid({ ...said, [tag]: event.currentTarget.value })}
              />
              <Textarea
                label={say('replyDid')}
                lang={tag}
                value={did[tag] ?? ''}
                readOnly={!editable}
                maxLength={2000}
                autosize
                minRows={2}
                onChange={event => setDid({ ...did, [tag]: event.currentTarget.value })}
              />
            </fieldset>
          ))}
        </div>
        {editable && (
          <div className={styles.buttons}>
            <Button
              variant="filled"
              disabled={!hasDid || (isTold && !isChanged)}
              loading={reply.isPending}
              onClick={() => save(true, say('releasedToast'))}
            >
              {say(isReleased ? 'releaseAgain' : 'release')}
            </Button>
            {isReleased ? (
              <Button
                disabled={reply.isPending}
                onClick={() => save(false, say('takenBackToast'), { said: kept.said, did: kept.did })}
              >
                {say('takeBack')}
              </Button>
            ) : (
              <Button disabled={!isChanged || reply.isPending} onClick={() => save(false, say('draftToast'))}>
                {say('saveDraft')}
              </Button>
            )}
          </div>
        )}
        {editable && !hasDid && <p className={styles.quiet}>{say('didMissing')}</p>}
      </form>
    </Sheet>
  )
}

function Standing({ requirement: { reply, status } }: { requirement: Requirement }) {
  const say = useSay(requirementWords)
  const { language } = useLanguage()
  if (!reply) return null
  if (reply.releasedAt === null) return <Lamp tone="none">{say('draft')}</Lamp>
  if (reply.status !== status)
    return (
      <Lamp tone="attention">
        {say('staleStatus', { told: say(`status.${reply.status}`), now: say(`status.${status}`) })}
      </Lamp>
    )
  const day = formatInstant(reply.releasedAt, language, { show: 'date' })
  return <Lamp tone="good">{say('releasedOn', { name: reply.releasedBy, day })}</Lamp>
}

function sameTexts(one: Record<string, string>, other: Record<string, string> = {}): boolean {
  return [...Object.keys(one), ...Object.keys(other)].every(
    tag => (one[tag] ?? '').trim() === (other[tag] ?? '').trim(),
  )
}
