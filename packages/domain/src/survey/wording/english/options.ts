import type { OptionWords } from '../word-lists.ts'
import { words } from '../word-lists.ts'

/** What options say. */
export const options: OptionWords = {
  good: words(`
    excellent; outstanding; superb; perfect; good; great; well; satisfied; satisfactory; happy;
    pleased; delighted; easy; simple; agree; helpful; useful; likely; better; positive; positively;
    love; fast; quick; clear; reliable; friendly; above average; above expectations; exceeded;
    exceeds; improved; best
  `),
  neutral: words(`
    neutral; neither; fair; average; ok; okay; acceptable; adequate; about the same; the same;
    no difference; no change; unchanged; not sure; undecided; mixed; so-so; in between; no opinion;
    as expected; met expectations; meets expectations; moderate; moderately
  `),
  bad: words(`
    poor; poorly; bad; badly; terrible; awful; horrible; dissatisfied; unsatisfied; unsatisfactory;
    unhappy; disappointed; disappointing; difficult; hard; complicated; disagree; unhelpful; useless;
    unlikely; worse; worst; negative; negatively; dislike; hate; slow; unclear; unreliable;
    unfriendly; unacceptable; below average; below expectations; worsened
  `),
  steps: words(`
    never; rarely; seldom; sometimes; occasionally; often; usually; frequently; always; daily;
    weekly; monthly; quarterly; yearly; every day; every week; every month; every year;
    every quarter; once; twice; day; days; week; weeks; month; months; year; years; none; a little;
    somewhat; very; extremely; not at all; slightly; moderately; small; medium; large; low; high;
    minutes; hours; hour; january; february; march; april; may; june; july; august; september;
    october; november; december; monday; tuesday; wednesday; thursday; friday; saturday; sunday
  `),
  catchAll: words(`
    other; others; another; something else; somebody else; someone else; none of; none; nothing;
    nobody; no one; don’t know; do not know; not sure; no opinion; no preference; not applicable;
    n/a; prefer not; rather not; all of; no problem; no problems; i do not; we do not; i don’t;
    we don’t; yet; without problems; without a problem
  `),
  yesNo: words(`yes; no; maybe; perhaps; not yet; partly; undecided`),
  ranges: {
    to: words(`to; up to; and`),
    toUnder: words(`
      to under; to less than; to below; up to under; to fewer than; but less than; but under
    `),
    under: words(`less than; under; below; fewer than; up to but not; smaller than`),
    upTo: words(`up to; at most; no more than; not more than; maximum`),
    over: words(`more than; over; above; greater than; longer than`),
    from: words(`from; at least; minimum`),
    orLess: words(`or less; or fewer; or below; or under; and below; and less; and under`),
    orMore: words(`or more; or over; or above; or longer; and more; and over; and above; plus`),
  },
}
