import { ActionIcon, Button, FileButton } from '@mantine/core'
import type { PictureOption } from '@sixfold/domain/survey/question'
import { useSay } from '@sixfold/ui/parts/language'
import { IconPhoto, IconX } from '@tabler/icons-react'
import { settingWords } from '../../../../words/settings.ts'
import { PICTURE_TYPES, pictureAddress, usePicture } from '../../use-picture.ts'
import styles from '../inspector.module.css'
import type { SettingsProps } from './kind-settings.tsx'
import { OrderSetting } from './list-settings.tsx'
import { SwitchSetting } from './setting-fields.tsx'
import { usePartName } from './use-part-name.ts'
import { useSetting } from './use-setting.ts'

export function PictureSettings({ question }: SettingsProps<'picture'>) {
  const say = useSay(settingWords)
  const set = useSetting(question.id)
  const name = usePartName(question.options)
  return (
    <>
      <fieldset className={styles.checks}>
        <legend className={styles.label}>{say('pictures')}</legend>
        <p className={styles.quiet}>{say('picturesHelp')}</p>
        {question.options.map((option, at) => (
          <PictureField key={option.id} question={question.id} option={option} name={name(at)} />
        ))}
      </fieldset>
      <SwitchSetting
        label={say('several')}
        checked={question.several}
        onChange={several => set('several', several)}
      />
      <OrderSetting question={question} />
    </>
  )
}

interface PictureFieldProps {
  question: string
  option: PictureOption
  name: string
}

function PictureField({ question, option, name }: PictureFieldProps) {
  const say = useSay(settingWords)
  const { sending, fault, choose, remove } = usePicture(question, option.id)
  const { picture } = option
  return (
    <div>
      <div className={styles.picture}>
        {picture ? (
          <img src={pictureAddress(picture)} alt="" />
        ) : (
          <span>
            <IconPhoto size={18} stroke={1.5} aria-hidden="true" />
          </span>
        )}
        <span className={styles.pictureName}>{name}</span>
        <FileButton onChange={choose} accept={PICTURE_TYPES}>
          {props => (
            <Button
              {...props}
              size="xs"
              loading={sending}
              aria-label={`${say('pictureOf', { name })}: ${say(picture ? 'otherPicture' : 'choosePicture')}`}
            >
              {say(picture ? 'otherPicture' : 'choosePicture')}
            </Button>
          )}
        </FileButton>
        {picture && (
          <ActionIcon
            size={28}
            aria-label={`${say('pictureOf', { name })}: ${say('removePicture')}`}
            onClick={remove}
          >
            <IconX size={14} stroke={1.5} aria-hidden="true" />
          </ActionIcon>
        )}
      </div>
      {fault && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}
