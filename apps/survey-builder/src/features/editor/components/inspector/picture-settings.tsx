import { useSay } from '@sixfold/ui/parts/language'
import { settingWords } from '../../../../words/settings.ts'
import type { SettingsProps } from './kind-settings.tsx'
import { OrderSetting } from './list-settings.tsx'
import { SwitchSetting } from './setting-fields.tsx'
import { useSetting } from './use-setting.ts'

export function PictureSettings({ question }: SettingsProps<'picture'>) {
  const say = useSay(settingWords)
  const set = useSetting(question.id)
  return (
    <>
      <SwitchSetting
        label={say('several')}
        checked={question.several}
        onChange={several => set('several', several)}
      />
      <OrderSetting question={question} />
    </>
  )
}
