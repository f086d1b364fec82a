import type { SetSetting } from '@sixfold/domain/survey/operation'
import type { SettingName, SettingValue } from '@sixfold/domain/survey/settings'
import { useEditorActions } from '../../editor-context.ts'

/** Sets one setting of a question; null takes out one that its kind may be without. */
export function useSetting(question: string) {
  const { edit } = useEditorActions()
  return <Name extends SettingName>(setting: Name, value: SettingValue<Name> | null) =>
    // The name and its value belong together; the union of operations cannot be built from a name that is not known yet.
    edit({ op: 'set-setting', question, setting, value } as SetSetting)
}
