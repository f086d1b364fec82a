import { Tabs } from '@mantine/core'
import type { mailContent } from '@sixfold/contract/operations'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { houseWords } from '../../../words/house.ts'
import { MailFrame } from './mail-frame.tsx'
import { MailStateLamp } from './mail-state.tsx'
import styles from './outbox.module.css'

type MailContent = z.infer<typeof mailContent>

/** One mail: what became of it, and the mail itself as its reader sees it. */
export function MailView({ mail }: { mail: MailContent }) {
  const say = useSay(houseWords)
  return (
    <>
      <MailFacts mail={mail} />
      {mail.state === 'kept' && <p className={styles.note}>{say('keptText')}</p>}
      {mail.state === 'uncertain' && <p className={styles.note}>{say('uncertainText')}</p>}
      <Sheet label={say('mailOf', { to: mail.to })}>
        <Tabs defaultValue="html" keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="html">{say('asRead')}</Tabs.Tab>
            <Tabs.Tab value="text">{say('asText')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="html" pt="md">
            <MailFrame html={mail.html} title={mail.subject} />
          </Tabs.Panel>
          <Tabs.Panel value="text">
            <pre className={styles.text}>{mail.text}</pre>
          </Tabs.Panel>
        </Tabs>
        <Attachments files={mail.attachments} />
      </Sheet>
    </>
  )
}

function MailFacts({ mail }: { mail: MailContent }) {
  const say = useSay(houseWords)
  const { language } = useLanguage()
  return (
    <dl className={styles.facts}>
      <Fact name={say('state')}>
        <MailStateLamp state={mail.state} />
      </Fact>
      <Fact name={say('to')}>{mail.to}</Fact>
      <Fact name={say('created')}>{formatInstant(mail.createdAt, language)}</Fact>
      {mail.sentAt && <Fact name={say('sent')}>{formatInstant(mail.sentAt, language)}</Fact>}
      {mail.attempts > 1 && <Fact name={say('attempts')}>{mail.attempts}</Fact>}
      {mail.error && <Fact name={say('error')}>{mail.error}</Fact>}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Attachments({ files }: { files: MailContent['attachments'] }) {
  const say = useSay(houseWords)
  if (files.length === 0) return null
  return (
    <ul className={styles.files} aria-label={say('attachments')}>
      {files.map(file => (
        <li key={file.fileName}>
          <a
            href={`data:${file.contentType.replace(/;.*/, '')};charset=utf-8,${encodeURIComponent(file.content)}`}
            download={file.fileName}
          >
            {file.fileName}
          </a>
        </li>
      ))}
    </ul>
  )
}
