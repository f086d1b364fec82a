import { ActionIcon, Button } from '@mantine/core'
import type { PolicyFault } from '@sixfold/domain/policy-check'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { DraftRule } from '../policy-edit.ts'
import { freshRuleId } from '../policy-edit.ts'
import { usePolicyText } from '../use-policy-text.ts'
import styles from './courtesy.module.css'
import { FaultText } from './fault-text.tsx'
import { RuleDialog } from './rule-dialog.tsx'

interface RulesSheetProps {
  rules: readonly DraftRule[]
  onChange: (rules: DraftRule[]) => void
  faults: readonly PolicyFault[]
  mayEdit: boolean
}

/** Rules as sentences, in the order in which equal ones outweigh each other. */
export function RulesSheet({ rules, onChange, faults, mayEdit }: RulesSheetProps) {
  const { say, scopeText, changesText } = usePolicyText()
  const [editing, setEditing] = useState<DraftRule | null>(null)
  const take = (rule: DraftRule) => {
    const known = rules.some(({ id }) => id === rule.id)
    onChange(known ? rules.map(one => (one.id === rule.id ? rule : one)) : [...rules, rule])
    setEditing(null)
  }
  return (
    <Sheet
      title={say('rules')}
      aside={
        mayEdit && (
          <Button onClick={() => setEditing({ id: freshRuleId(rules), when: {}, set: {} })}>
            {say('addRule')}
          </Button>
        )
      }
    >
      <p className={styles.text}>{rules.length === 0 ? say('noRules') : say('rulesText')}</p>
      <ol className={styles.rules}>
        {rules.map((rule, at) => (
          <li key={rule.id} className={styles.rule}>
            <span className={styles.number} aria-hidden="true">
              {at + 1}
            </span>
            <div>
              <p className={styles.scope}>{scopeText(rule.when)}</p>
              <p className={styles.changes}>{changesText(rule).join('; ')}</p>
              {faults
                .filter(({ ruleId }) => ruleId === rule.id)
                .map(fault => (
                  <p key={fault.fault} className={styles.fault}>
                    <Lamp tone="problem">
                      <FaultText fault={fault} />
                    </Lamp>
                  </p>
                ))}
            </div>
            {mayEdit && (
              <div className={styles.acts}>
                <ActionIcon
                  variant="subtle"
                  aria-label={`${say('editRule')} ${at + 1}`}
                  onClick={() => setEditing(rule)}
                >
                  <IconPencil size={16} stroke={1.5} aria-hidden="true" />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  aria-label={`${say('removeRule')} ${at + 1}`}
                  onClick={() => onChange(rules.filter(({ id }) => id !== rule.id))}
                >
                  <IconTrash size={16} stroke={1.5} aria-hidden="true" />
                </ActionIcon>
              </div>
            )}
          </li>
        ))}
      </ol>
      {editing && (
        <RuleDialog key={editing.id} rule={editing} onDone={take} onClose={() => setEditing(null)} />
      )}
    </Sheet>
  )
}
