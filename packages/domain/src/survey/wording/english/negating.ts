import type { NegatingWords } from '../word-lists.ts'
import { words } from '../word-lists.ts'

/** What negates, and what leaves no room. */
export const negating: NegatingWords = {
  negators: words(`
    not; no; nor; neither; cannot; can’t; don’t; doesn’t; didn’t; won’t; wouldn’t; shouldn’t;
    couldn’t; isn’t; aren’t; wasn’t; weren’t; hasn’t; haven’t; hadn’t; hardly; barely; scarcely
  `),
  noNegation: words(`
    whether or not; or not; if not; why not; not only; not applicable; not at all; no later than;
    no more than; no less than; not later than; not more than; no longer than; no matter; no one;
    yes or no; order no; invoice no; contract no; project no; no number; not to mention;
    neither satisfied nor dissatisfied; neither agree nor disagree; neither easy nor difficult;
    neither likely nor unlikely; last but not least
  `),
  askingEnds: words(``),
  negatives: words(`
    unhappy; unhelpful; unclear; unreliable; unsatisfied; unsatisfactory; dissatisfied; unlikely;
    impossible; inconvenient; inaccurate; incorrect; incomplete; unfriendly; uncommon; unusual;
    unnecessary; unavailable; unacceptable; unfair; disagree; dislike; fail; fails; failed; lack;
    lacks; lacking; deny; refuse; prevent; avoid; never; nobody; nothing; none; without; unless;
    except; object
  `),
  absolutes: words(`
    always; never; everybody; everyone; nobody; no one; absolutely; totally; utterly;
    completely satisfied; entirely satisfied; fully satisfied; at all times; every time;
    every single; each and every; without exception; under all circumstances; in every respect;
    in every case; 100%; 100 percent; 100 per cent
  `),
  noAbsolutes: words(`
    almost always; nearly always; almost never; hardly ever; as always; not always; once and for all;
    always or never; never or always; always, often
  `),
}
