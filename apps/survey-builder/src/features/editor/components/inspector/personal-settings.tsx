import { Checkbox } from '@mantine/core'
import { blankQuestion } from '@sixfold/domain/survey/blank-question'
import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import type { ContactField } from '@sixfold/domain/survey/question'
import { CONTACT_FIELDS, FILE_FAMILIES } from '@sixfold/domain/survey/question'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { answerWords } from '@sixfold/ui/words/answers'
import { settingWords } from '../../../../words/settings.ts'
import { settingId, useEditorActions } from '../../editor-context.ts'
import styles from '../inspector.module.css'
import type { SettingsProps } from './kind-settings.tsx'
import { NumberSetting } from './setting-fields.tsx'
import { TextsField } from './texts-field.tsx'
import { useFaults } from './use-faults.ts'
import { useSetting } from './use-setting.ts'

export function ConsentSettings({ question }: SettingsProps<'consent'>) {
  const say = useSay(settingWords)
  const set = useSetting(question.id)
  return (
    <>
      <p className={styles.quiet}>{say('consentHelp')}</p>
      <Checkbox
        label={say('consentQuote')}
        description={say('consentQuoteHelp')}
        checked={question.use === 'quote'}
        onChange={event => set('use', event.currentTarget.checked ? 'quote' : null)}
      />
    </>
  )
}

export function StatementSettings() {
  const say = useSay(settingWords)
  return <p className={styles.quiet}>{say('statementHelp')}</p>
}

export function ContactSettings({ question }: SettingsProps<'contact-details'>) {
  const say = useSay(settingWords)
  const sayField = answerWords(useLanguage().language)
  const { now, edit } = useEditorActions()
  const { id, fields } = question
  const has = (field: ContactField) => fields.some(one => one.id === field)
  function toggle(field: ContactField) {
    if (has(field)) return edit({ op: 'remove-part', question: id, part: field })
    const blank = blankQuestion('contact-details', { id, languages: now().definition.languages })
    // The usual purpose is a beginning that says something true; the author words it for this survey.
    const text = blank.kind === 'contact-details' ? (blank.fields[0]?.text ?? {}) : {}
    const before = CONTACT_FIELDS.slice(0, CONTACT_FIELDS.indexOf(field)).filter(has).length
    edit({ op: 'add-part', question: id, index: before, part: { id: field, text } })
  }
  return (
    <fieldset className={styles.checks}>
      <legend className={styles.label}>{say('fields')}</legend>
      <p className={styles.quiet}>{say('fieldsHelp')}</p>
      {CONTACT_FIELDS.map(field => (
        <div key={field} className={styles.group}>
          <Checkbox
            label={sayField(`contact.${field}`)}
            checked={has(field)}
            disabled={has(field) && fields.length === 1}
            onChange={() => toggle(field)}
          />
          {has(field) && (
            <TextsField
              field={`part-${field}`}
              label={say('purposeOf', { field: sayField(`contact.${field}`) })}
              text={fields.find(one => one.id === field)?.text ?? {}}
              onChange={(language, value) =>
                edit({ op: 'set-part-text', question: id, part: field, language, value })
              }
            />
          )}
        </div>
      ))}
    </fieldset>
  )
}

export function UploadSettings({ question }: SettingsProps<'upload'>) {
  const say = useSay(settingWords)
  const set = useSetting(question.id)
  const { accept } = question
  const fault = useFaults(question)('accept')
  return (
    <>
      <fieldset className={styles.checks} id={settingId('accept')}>
        <legend className={styles.label}>{say('accept')}</legend>
        {FILE_FAMILIES.map(family => (
          <Checkbox
            key={family}
            label={say(family)}
            checked={accept.includes(family)}
            onChange={event =>
              set(
                'accept',
                FILE_FAMILIES.filter(one =>
                  one === family ? event.currentTarget.checked : accept.includes(one),
                ),
              )
            }
          />
        ))}
        {fault && <p className={styles.fault}>{fault}</p>}
      </fieldset>
      <div className={styles.pair}>
        <NumberSetting
          label={say('maxFiles')}
          value={question.maxFiles}
          min={1}
          max={SURVEY_LIMITS.files}
          onChange={count => count !== null && set('maxFiles', count)}
        />
        <NumberSetting
          label={say('maxMegabytes')}
          value={question.maxMegabytes}
          min={1}
          max={SURVEY_LIMITS.megabytes}
          onChange={size => size !== null && set('maxMegabytes', size)}
        />
      </div>
    </>
  )
}
