/**
 * The words a new installation starts with. They are content from then on: the comms team changes
 * them in the admin, and a change here no longer reaches an installation that was ever started.
 */

/**
 * Rich text, written as Markdown: paragraphs, headings of level 2 and 3, lists, bold and links.
 *
 * @example md('Write to **us**.') // { markdown: 'Write to **us**.' }
 */
export const md = (markdown: string) => ({ markdown })

const EMAIL = 'img-mentoring@example.org'

/** Every field of the global `programme-page` but the picture. */
export const STARTER_PROGRAMME_PAGE = {
  programmeName: 'Peer mentor programme',
  trustName: 'Leeds hospitals trust',
  hero: {
    title: 'You trained abroad. Start in Leeds with someone who did too.',
    lead: 'We link doctors who are new to the NHS with a doctor who already works here: from the same country if we can, or from the same region. They know the journey because they made it.',
  },
  why: md(`A first job in the NHS often means a new country and a new health system in the same week. You learn how the ward works while you look for a home, open a bank account and find a school for your children.

Getting here may have cost you a lot: years of work, money, and time with family and friends who are now far away. Another culture can feel lonely and confusing, even when people are kind. It is also a chance to grow.

Many of our doctors have been through this. Their advice is worth having, so we help you find each other.`),
  facts: [
    {
      figure: '21.3%',
      text: 'of our doctors below consultant grade describe their nationality as other than British',
      source: 'The trust’s own figures, November 2019',
    },
    {
      figure: '60',
      text: 'countries are where these doctors come from',
      source: 'The trust’s own figures, November 2019',
    },
    {
      figure: '4 months',
      text: 'is how long mentoring lasts as a rule, or up to 6 if you both agree',
    },
  ],
  pathways: [
    {
      name: 'CPSP scheme',
      description:
        'You come to the trust through the scheme of the College of Physicians and Surgeons Pakistan.',
    },
    {
      name: 'Medical Training Initiative (MTI)',
      description: 'You come to train in the NHS through the Medical Training Initiative.',
    },
    {
      name: 'Direct employment',
      description: 'You applied to one of our departments and it employs you.',
    },
    {
      name: 'Training post',
      description: 'You were offered a training post in Leeds through national (HEE) recruitment.',
    },
  ],
  offer:
    md(`A mentor is a colleague who has already done what you are about to do. You decide what to talk about. People often ask about:

- finding a home, a school or a bank
- visas, and bringing family over
- how the NHS works, and what is expected of you
- exams, portfolios and applying for training posts
- talking with patients and colleagues
- feeling at home in Leeds

**Anyone may sign up, as a mentor or as a mentee.** You do not need an account and it does not cost anything.

If and when we can match you depends on who else has signed up. We hope to have more mentors than mentees, so some mentors will wait. Read [how we match](/how-we-match/).`),
  mentorAgreement: [
    {
      title: 'Write first',
      text: 'Email your mentee within one week of being matched. A few friendly lines are enough.',
    },
    {
      title: 'Be easy to reach',
      text: 'Be willing to swap phone numbers with your mentee.',
    },
    {
      title: 'Complete the mentoring agreement',
      text: 'Fill it in together with your mentee, so that you both know what to expect.',
    },
    {
      title: 'Meet in person at least once',
      text: 'After that, support your mentee face to face or online, whichever suits you both.',
    },
    {
      title: 'Agree on time',
      text: 'Decide with your mentee how often you meet and for how long.',
    },
    {
      title: 'Stay for 4 months',
      text: 'That is how long mentoring lasts as a rule. It can be up to 6 months if you both agree.',
    },
    {
      title: 'Leave without blame',
      text: 'You are a volunteer. If you cannot go on, tell the central team. They release you and do not ask for a reason.',
    },
  ],
  menteeAgreement: [
    {
      title: 'Your mentor writes first',
      text: 'Look out for an email from your mentor, and answer it.',
    },
    {
      title: 'Meet your mentor',
      text: 'Complete the mentoring agreement together, so that you both know what to expect.',
    },
    {
      title: 'Agree on time',
      text: 'Decide with your mentor how often you meet and for how long.',
    },
    {
      title: 'Set the agenda',
      text: 'You choose what you talk about. Bring the questions that matter to you.',
    },
    {
      title: 'Leave or change without blame',
      text: 'If you want to stop, or would like another mentor, tell the central team. You do not need to give a reason.',
    },
  ],
  community: {
    title: 'A group for everyone in the programme',
    body: md(`Mentors and mentees of the programme have a closed Facebook group. It is for particular questions and for news. You join only if you want to.

**Do not write about your own mentor or mentee there.** What you tell each other stays between you.

To be let in, [ask the central team](mailto:${EMAIL}).`),
  },
  training: {
    title: 'New to mentoring?',
    body: md(`You do not need experience. If you listen well and you care, you can be a good mentor.

A national e-learning resource on mentoring in medicine can help you prepare. You find it among our [resources](/resources/). We also plan one-day training for mentors.`),
  },
  contact: {
    team: 'Central team',
    email: EMAIL,
    body: md(
      'Write to us if you have a question about the programme, if your answers have changed, or if something about your match is not right. You can also tell us that you want to stop.',
    ),
  },
}

/** Every field of the global `site-wording`. */
export const STARTER_SITE_WORDING = {
  resources: {
    title: 'Help from other groups',
    intro: md(
      'Your mentor is not the only one who can help. These groups and websites are for doctors who trained abroad, and for those who mentor them. Other people run them, so we cannot answer for everything they say.',
    ),
  },
  howWeMatch: {
    title: 'How we match',
    body: md(`A match is one mentor and one mentee. Software compares everyone’s answers and suggests matches. **A coordinator looks at each suggestion and decides.** No match is made by a machine alone, and nobody hears of a match before a coordinator has confirmed it.

## Country, region and language come first

We try to match you with someone who has made the same journey. We look in this order:

1. someone from the same country
2. someone from the same region, such as Western Africa or Southern Asia
3. someone who speaks a language you speak, besides English
4. anyone else

A match from the same country always counts for more than one from the same region, whatever else the two people share. A shared language comes next. The regions are those of the United Nations.

You choose if your country counts. If it does, we ask which country you call home and which you qualified in. The end of this page says which of them we go by. You can answer “No preference” or “Prefer not to say” instead. Your place on the waiting list is the same either way. We then match you on your other answers.

## What else counts

When several people are equally close by country, region or language, we look at:

- the topics you want help with, and those a mentor can help with
- languages you share
- your route into the trust
- your specialty
- when you came to the UK
- your hospital site
- how you would like to meet

No single answer decides.

## When there are too few mentors

We first try to find a mentor for as many people as we can. If there are not enough places, those who have waited longest go first.

This can mean that you get a mentor from another country although there is one from yours, because otherwise somebody would be left without a mentor. If nobody suits you yet, you stay on the waiting list.

## What never happens

We never match you with:

- yourself, if you have signed up as both mentor and mentee
- someone who works in your clinical team
- someone who supervises you
- someone you asked us to keep you apart from, or asked to leave
- a woman or a man, if one of you asked for the other

For some of this we need your help. Choose your clinical team on the form, or give its name, and [tell the central team](mailto:${EMAIL}) who supervises you.

A mentor never gets more mentees than they offered to take. A mentee has one mentor at a time.

## If it does not work out

You can stop, or ask for someone else, at any time, on your page or by writing to the central team. We do not ask for a reason and nobody is blamed. If you were waiting before, you can go back on the list with the place you had.`),
  },
  privacy: {
    title: 'How we look after your data',
    body: md(`The trust that runs the programme is responsible for your data. In law it is the “controller”. This page says what we do with the answers you give when you sign up.

## What we collect

We collect only what you tell us and what happens in the programme:

- your name, email address and, if you give it, your phone number
- how you describe yourself, if you answer that question
- the country you call home and the country you qualified in, if you want your country to count, and languages you speak
- when you came or will come to the UK
- your route into the trust, grade, specialty, hospital site and clinical team
- what you want help with or can help with, how you would like to meet, and your own words about you
- what you agreed to, word for word, and when
- who you are matched with, the dates, and the emails we send you
- the mentoring agreement, the dates of your meetings and whether you met face to face, never what you talked about
- your short answers at the end, and what you choose to tell us when you leave a match

This website sets no cookies when you read it. It sets necessary cookies only, in two places:

- while you fill in the sign-up form page by page, one cookie opens your answers. It goes when you send or clear them, or close your browser. You can also answer all questions on one page, without a cookie
- while you use your own page, cookies tell us that it is you

To protect the forms from misuse we count how often they are used from one internet address. We keep that count for up to 2 hours and not with your answers.

## Why we collect it

We use your answers to find you a mentor or a mentee, to introduce you to each other, and to support you while you are matched. We do not use them for anything else. They play no part in decisions about your job, your training or your visa.

## What allows us to use it

**You do, by giving your consent.** The countries you give can say something about your racial or ethnic origin. The law protects such data more strictly and calls it “special category data”. We use it only with your explicit consent, which we ask for at the end of the form.

You do not have to give any country. You can choose “No preference” or “Prefer not to say” and still be matched.

## Who sees it

- **Coordinators** in the central team see your answers, so that they can match you. So can the administrator who looks after the system.
- **The person you are matched with** sees your name, email address and phone number, the country you call home or qualified in if it counts, your languages, your route into the trust, grade, specialty and hospital site, your topics, how you would like to meet, and your own words about you. They also read what you have in common. We share this only after a coordinator has confirmed the match. The two of you share the mentoring agreement and the dates of your meetings. What you tell us when you leave a match, and your answers at the end, they never see.
- **The comms team**, who write this website, never see your answers.

We do not sell your data. We do not publish it.

## A person decides

Software suggests matches from the answers people give. A coordinator looks at each suggestion and decides. No decision about you is made by a machine alone. Read [how we match](/how-we-match/).

## How long we keep it

We keep your answers while you wait, while you are matched, and for as long as you want to stay in the programme. We delete them when you ask us to, or when the programme no longer needs them.

When we stop asking a question, your data on your page may say until when we keep your answer to it. As a rule that is 180 days. Then we delete it. An answer without such a day we keep like the others.

What you enter in the sign-up form we keep for 24 hours at most until you send it. Nobody can read it from our database without the cookie on your device, or the link that you may ask us to email you.

You are not signed up until you confirm your email address. The link we send you works for 7 days. We do not match you before you have used it.

## Your rights

You can ask us to:

- show you the data we have about you, or give you a copy to use elsewhere
- correct it
- delete it
- stop using it, for a time or for good

You can also **withdraw your consent at any time**. You do not need to give a reason, and it does not affect your job. We then stop using your answers. What we did before you withdrew stays lawful.

If you have an open match when you leave, we tell the other person that it has ended. We do not tell them why.

## How to use your rights

You can do most of this yourself on your page: see and download your data, change your details, take a break, leave, or have your data erased. The link to your page is in our emails. You can [get a new link](/my/link/) at any time.

You can also write to the central team at [${EMAIL}](mailto:${EMAIL}). Use the address you signed up with if you can, so that we know it is you. We answer within one month.

If you are not happy with what we do, tell us and we will try to put it right. You can also complain to the [Information Commissioner’s Office](https://ico.org.uk/make-a-complaint/), which watches over data protection in the UK.`),
  },
  accessibility: {
    title: 'Accessibility statement',
    body: md(`This statement is about the public website of the peer mentor programme. The trust that runs the programme also runs this website.

We want as many people as possible to be able to use it. You should be able to:

- zoom in up to 400% without text running off the screen
- sign up with JavaScript turned off
- change colours and fonts in your browser

We have tried to use plain words, because English is not the first language of many people who come here. [AbilityNet](https://mcmw.abilitynet.org.uk/) has advice on making your device easier to use if you have a disability.

## How accessible this website is

We aim to meet level AA of the Web Content Accessibility Guidelines (WCAG) version 2.2. The tests we run show no failures, but such tests cannot find everything. **Nobody outside our team has checked the website yet**, so we do not claim that it meets every point.

Other people run the websites and groups we link to, such as Facebook. We cannot say how accessible they are.

## How we tested it

- We ran the automated tools axe and html-validate on the pages of this website.
- We checked in a browser that a list of errors takes the keyboard’s focus, and that the forms work without JavaScript.

We have not yet had it tested by disabled people, or with screen readers and other assistive technology. We have not had an independent audit.

## If you have a problem or need another format

Write to the central team at [${EMAIL}](mailto:${EMAIL}) if:

- something on this website does not work for you
- you need the information in another format, such as large print
- you cannot use the sign-up form by yourself

Tell us the address of the page and what went wrong. We help you to sign up if you need it.

## If you are not happy with our answer

The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. These are the “accessibility regulations”. If you are not happy with how we answer your complaint, contact the [Equality Advisory and Support Service](https://www.equalityadvisoryservice.com/).`),
  },
}
