import type { AskingWords } from '../word-lists.ts'
import { pairs, words } from '../word-lists.ts'

/** How two things are asked at once, and what only looks like it. */
export const asking: AskingWords = {
  joiners: words(`and; or; and/or; &; as well as`),
  oneThing: words(`
    back and forth; to and from; more and more; again and again; over and over; now and then;
    day and night; up and running; first and foremost; pros and cons; terms and conditions;
    research and development; r and d; r & d; health and safety; questions and answers;
    supply and demand; wear and tear; trial and error; rules and regulations;
    policies and procedures; do’s and don’ts; nuts and bolts; mergers and acquisitions;
    profit and loss; food and beverage; food and drink; dos and don’ts; ups and downs; rank and file;
    sooner or later; more or less; one way or another; one or another; if and when; once and for all;
    by and large; each and every; any and all; friends and family; friend or colleague;
    friends or colleagues; colleague or friend; colleague or partner; colleagues or partners;
    colleagues and partners; friend or family member; business partner or colleague;
    colleague or business partner; yes or no; on or off; pass or fail; state and local
  `),
  opposites: pairs(`
    yes|no; good|bad; good|poor; well|badly; well|poorly; easy|hard; easy|difficult; easily|hardly;
    ease|difficulty; fast|slow; quick|slow; quickly|slowly; high|low; cheap|expensive; strong|weak;
    strongly|weakly; clear|confusing; simple|complicated; simple|complex; better|worse; more|less;
    more|fewer; most|least; higher|lower; faster|slower; easier|harder; early|late; earlier|later;
    sooner|later; often|rarely; often|seldom; positive|negative; positively|negatively;
    strengths|weaknesses; advantages|disadvantages; benefits|drawbacks; agree|disagree; like|dislike;
    increase|decrease; increased|decreased; improved|worsened; improve|worsen; gained|lost;
    long|short; large|small; big|small; new|old; true|false; right|wrong; correct|wrong;
    satisfied|dissatisfied; satisfaction|dissatisfaction; helpful|unhelpful; likely|unlikely;
    safe|unsafe; start|end; beginning|end; above|below; up|down; in|out; before|after
  `),
  oppositePrefixes: words(`un; in; im; dis; ir; il; non; non-`),
  openers: words(`
    when; if; after; before; since; while; once; during; over; in the last; in the past; within;
    thinking; considering; based on; compared; taking; all in all; overall; on average; given;
    looking; as
  `),
  sideClauses: words(`
    when; whenever; if; while; because; so that; in order to; after; before; since; until; once;
    compared; than; which; who; whose; where; such as; for example; for instance; e.g; i.e;
    including; regardless; thanks to
  `),
  reported: words(`that; what; which; who; whether; why; how`),
  heads: words(`
    how; what; why; which; would; did; does; do you; is it; is the; is our; are you; are our;
    are the; was the; was it; was our; were you; were the; were our; have you; has the; has our;
    has it; should; could; can you; will you; please; to what extent
  `),
  amounts: words(`
    one; two; three; four; five; six; seven; eight; nine; ten; twelve; twenty; thirty; fifty;
    hundred; once; twice; half; first; second; third
  `),
  times: words(`
    day; night; morning; afternoon; evening; noon; weekdays; weekends; weekend; holidays; spring;
    summer; autumn; winter; monday; tuesday; wednesday; thursday; friday; saturday; sunday; january;
    february; march; april; may; june; july; august; september; october; november; december
  `),
  people: words(`
    you; your team; your colleagues; your company; your organisation; your organization; your staff;
    yours; us; we; ours; our company; they; them; theirs
  `),
  pairing: words(`between`),
  unitsBefore: words(``),
  unitsAfter: words(`
    team; teams; department; departments; unit; units; division; desk; office; offices; centre;
    centres; center; centers; committee; ltd; inc; company; group
  `),
  afterJoiner: words(`
    so; so on; so forth; not; else; other; others; another; similar; the like; the same; more; less;
    fewer; over; under; above; below; later; earlier; longer; better; later on; rather; all of; if;
    when; at least; at most; any; vice versa
  `),
  boundaries: words(`
    of; in; on; at; with; for; from; to; by; about; during; over; under; within; between; through;
    when; if; that; which; who; while; after; before; since; because; than; compared; how; is; are;
    was; were; be; been; did; does; do; has; have; had; can; could; will; would; should; you; we; it;
    they; rate; overall
  `),
  determiners: words(`
    the; a; an; our; your; their; its; this; that; these; those; any; each; every
  `),
  verbs: words(`
    is; are; was; were; has; have; had; does; did; do; can; could; will; would; should; may; might;
    must; meets; meet; keeps; keep; arrives; arrive; answers; answer; knows; know; understands;
    understand; works; work; feels; feel; gets; get; gives; give; solves; solve; helps; help
  `),
}
