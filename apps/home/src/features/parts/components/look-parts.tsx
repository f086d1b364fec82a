import { Badge } from '@sixfold/ui/parts/badge'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { Person } from '@sixfold/ui/parts/person'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { partsPageWords } from '../../../words/parts-page.ts'
import styles from './parts.module.css'

const colours = [
  ...['page', 'surface', 'sunken', 'hover', 'selected', 'line', 'line-strong', 'text', 'text-2', 'text-3'],
  ...['accent', 'accent-tint', 'good', 'good-tint', 'attention', 'attention-tint', 'problem', 'problem-tint'],
  ...['scale-5', 'scale-4', 'scale-3', 'scale-2', 'scale-1'],
  ...['factor-1', 'factor-2', 'factor-3', 'factor-4', 'factor-5', 'factor-6'],
]
const sizes = ['12', '13', '14', '16', '18', '22', '28', '36']
export const factorNames = [
  'technical',
  'support',
  'marketing',
  'administration',
  'delivery',
  'image',
] as const

export function ColourParts() {
  const say = useSay(partsPageWords)
  return (
    <Sheet title={say('colours')}>
      <ul className={styles.swatches}>
        {colours.map(name => (
          <li key={name}>
            <span style={{ background: `var(--${name})` }} />
            {name}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

export function TypeParts() {
  const say = useSay(partsPageWords)
  return (
    <Sheet title={say('type')}>
      <div className={styles.type}>
        {sizes.map(size => (
          <p key={size} style={{ font: `var(--type-${size})` }}>
            {say('typeLine')}
          </p>
        ))}
        <p className={styles.figures}>{`${say('figuresLine')}\n1,111.11\n2,047.38\n9,680.54`}</p>
      </div>
    </Sheet>
  )
}

export function MeaningParts() {
  const say = useSay(partsPageWords)
  return (
    <Sheet title={say('meaning')}>
      <div className={styles.stack}>
        <div className={styles.row}>
          <Lamp tone="good">{say('onCadence')}</Lamp>
          <Lamp tone="attention">{say('atRisk')}</Lamp>
          <Lamp tone="problem">{say('overdue')}</Lamp>
          <Lamp tone="none">{say('notStarted')}</Lamp>
        </div>
        <div className={styles.row}>
          <Badge>{say('draft')}</Badge>
          <Badge tone="good">{say('published')}</Badge>
          <Badge tone="attention">{say('due')}</Badge>
          <Badge tone="problem">{say('failedBadge')}</Badge>
        </div>
        <div className={styles.row}>
          <Person name="Lê Minh Anh" />
          <Person name="Hoàng Long" other />
          <Person name="Đỗ Khánh Linh" size={36} />
          <Person name="Jonas Kessler" size={24} />
          <span>{say('people')}</span>
        </div>
      </div>
    </Sheet>
  )
}

export function FactorParts() {
  const say = useSay(partsPageWords)
  return (
    <Sheet title={say('factors')}>
      <div className={styles.columns}>
        {factorNames.map((name, index) => (
          <FactorName key={name} index={index} name={say(name)} />
        ))}
        <FactorName index={-1} name={say('noFactor')} />
      </div>
    </Sheet>
  )
}
