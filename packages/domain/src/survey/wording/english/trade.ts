import type { TradeWords } from '../word-lists.ts'
import { words } from '../word-lists.ts'

/** Words of the trade, and short forms that everybody knows. */
export const trade: TradeWords = {
  jargon: words(`
    leverage; leveraging; synergy; synergies; paradigm; touchpoint; touchpoints; touch point;
    touch points; omnichannel; omni-channel; deliverable; deliverables; actionable; holistic;
    value-add; value add; value proposition; best-of-breed; mission-critical; mission critical;
    low-hanging fruit; learnings; ideation; granularity; go-to-market; customer journey; pain point;
    pain points; key takeaways; bandwidth constraints; core competency; core competencies; next-gen;
    thought leadership; net promoter; stakeholder alignment; operationalise; operationalize;
    incentivise; incentivize; utilise; utilize; utilisation; utilization
  `),
  knownAcronyms: words(`
    OK; FAQ; PDF; USB; TV; IT; HR; EU; UK; US; USA; UN; ID; PC; PIN; QR; SMS; URL; GPS; ATM; CV; CEO;
    VAT; USD; EUR; GBP; VND; AM; PM; NA; VIP; DIY; LED; CD; DVD; XL; II; III; IV; VI; ISO; NASA;
    GDPR; B2B; B2C; HCMC; TP; CSV; AI; WC; EN; Q1; Q2; Q3; Q4
  `),
}
