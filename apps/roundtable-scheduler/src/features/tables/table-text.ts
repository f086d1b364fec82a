import type { BrokenRule, SeatedPerson, TablePlan, TableReason } from '@sixfold/contract/table-plans'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useFactors } from '../../parts/factors.ts'
import { tableWords } from '../../words/tables.ts'

/** Names and sentences about one plan, in the reader's language. */
export function useTableText(plan: TablePlan) {
  const { language } = useLanguage()
  const say = useSay(tableWords)
  const factors = useFactors()
  const people = new Map(plan.people.map(person => [person.id, person]))
  const list = (names: readonly string[]) =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format([...new Set(names)])
  const nameIn = (things: readonly { id: string; name: string }[], id: string) =>
    things.find(thing => thing.id === id)?.name ?? ''
  const nameOf = (person: SeatedPerson | undefined) => person?.name || say('erased')
  const tableName = (id: string) => nameIn(plan.tables, id)
  const seatedNames = (ids: readonly string[]) => list(ids.map(id => nameOf(people.get(id))))

  function why(reason: TableReason): string {
    switch (reason.kind) {
      case 'away_from_rivals':
        return say('why.away_from_rivals', {
          accounts: list(reason.accounts.map(id => nameIn(plan.accounts, id))),
        })
      case 'beside_users':
      case 'beside_prospects':
        return say(`why.${reason.kind}`, {
          product: nameIn(plan.products, reason.product),
          people: seatedNames(reason.guests),
        })
      case 'asked_about':
        return say('why.asked_about', {
          factor: factors.find(({ value }) => value === reason.factor)?.label ?? reason.factor,
        })
      default:
        return say(`why.${reason.kind}`)
    }
  }

  function broken(rule: BrokenRule): string {
    const table = tableName(rule.table)
    switch (rule.rule) {
      case 'rivals_together': {
        const [first, second] = rule.guests.map(id => people.get(id)?.accountName || nameOf(people.get(id)))
        return say('broken.rivals_together', { first: first ?? '', second: second ?? '', table })
      }
      case 'no_host':
        return say('broken.no_host', { table })
      case 'over_full':
        return say('broken.over_full', { table, by: rule.by })
    }
  }

  return { nameOf, tableName, why, broken, factors }
}
