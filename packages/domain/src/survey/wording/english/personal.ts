import type { PersonalWords } from '../word-lists.ts'
import { words } from '../word-lists.ts'

/** What asks for something personal, or for something known. */
export const personal: PersonalWords = {
  personal: {
    phone: words(`
      phone number; telephone number; mobile number; cell number; your phone; your mobile;
      whatsapp number; your telephone
    `),
    email: words(`email address; e-mail address; your email; your e-mail; mail address`),
    age: words(`
      your age; how old are you; date of birth; birth date; birthday; year of birth; age group; born
    `),
    address: words(`
      home address; your address; postal address; street address; where do you live; postcode;
      zip code
    `),
    identity: words(`
      passport number; id number; identity card; identity number; national id; social security;
      tax number; tax id; driving licence; driver’s license
    `),
    gender: words(`your gender; your sex; gender`),
    income: words(`your income; your salary; how much do you earn; household income`),
    health: words(`
      your health; your medical; disability; your religion; your political; your ethnicity;
      marital status
    `),
  },
  purposes: words(`
    so that; because; in order to; only to; we use; we will use; we need; used to; used for;
    used only; to call you; to reach you; to contact you; to send you; to write to you;
    to answer you; to invite you; to thank you; if you want us to; if you would like us to;
    if we may
  `),
  known: {
    name: words(`
      your name; your full name; first name; last name; your surname; family name; what are you called
    `),
    company: words(`
      your company name; your company’s name; the name of your company; name of your company;
      name of your organisation; name of your organization; which company do you work for;
      what company do you work for; which company are you from; which organisation do you work for;
      which organization do you work for; who do you work for; who is your employer
    `),
    role: words(`
      what is your role; what’s your role; what is your job; what is your position;
      which role do you have; what role do you have; your job title; your current role;
      your current position; what do you do at your company; describes your role;
      describes your position
    `),
    region: words(`
      which region are you; what region are you; your region; which city are you; where are you based;
      where are you located; where is your company; where is your company based; your location;
      which province are you; which office are you
    `),
    country: words(`
      which country are you; what country are you; which country do you; in which country;
      your country
    `),
    language: words(`
      which language do you; what language do you; your language; preferred language;
      your preferred language
    `),
    email: words(`your email; your e-mail; your email address; your e-mail address`),
  },
  knownLabels: {
    name: words(`name; full name; first name; last name; surname; your name`),
    company: words(`company; company name; organisation; organization; employer; your company`),
    role: words(`role; your role; job title; title; position; your position; job; your job`),
    region: words(`region; city; location; province`),
    country: words(`country`),
    language: words(`language`),
    email: words(`email; e-mail; email address; e-mail address`),
  },
  somebodyElse: words(`
    colleague; colleagues; somebody else; someone else; another person; contact person; the person;
    who else; whom else; other people; successor; your team
  `),
  aboutUs: words(`our; should we; could we`),
}
