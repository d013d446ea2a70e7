import { starterDefinition } from '../../globals/starter-definition.ts'
import { formOf } from '@mentoring/forms/editions/form-of'
import type { Snapshot } from '../../site/snapshot.ts'

const DEFINITION = starterDefinition()

/** A realistic content snapshot, with the real forms and invented names and addresses. */
export const fixture = (): Snapshot => ({
  fingerprint: 'fixture',
  site: {
    url: 'https://mentors.example.org',
    programmeName: 'Peer mentor programme',
    trustName: 'An example teaching hospitals trust',
  },
  programme: {
    hero: {
      title: 'A mentor who has made the journey',
      lead: 'New to the NHS? We link you with a doctor from your part of the world who already works here and knows what the first months are like.',
      image: {
        url: '/assets/favicon.svg',
        alt: 'Two doctors talking',
        width: 640,
        height: 480,
      },
    },
    why: '<p>Starting in a new country and a new health system at the same time is hard. Money is tight, family is far away, and much of what everyone else takes for granted is new to you: the ward round, the rota, the school place, the tenancy.</p><p>It can be a lonely few months. With someone beside you who has been through it, it can also be the time you grow the most.</p>',
    facts: [
      {
        figure: '21.3%',
        text: 'of our doctors below consultant describe their nationality as not British',
        source: 'Staff records, November 2019',
      },
      { figure: '60', text: 'countries are home to the doctors who work here' },
      { figure: '4 months', text: 'is how long most pairs work together' },
    ],
    pathways: [
      {
        name: 'CPSP scheme',
        description: 'Through the College of Physicians and Surgeons Pakistan.',
      },
      {
        name: 'Medical Training Initiative',
        description: 'Up to two years of training in the UK.',
      },
      { name: 'Direct employment', description: 'A department of the trust employs you.' },
      { name: 'Training post', description: 'Through national recruitment.' },
    ],
    offer:
      '<p>Practical know-how from someone who has done it: how to find a home, register with a GP, read a drug chart, prepare for an appraisal.</p><ul><li>Anyone may sign up, as a mentor, as a mentee or as both.</li><li>Whether we find a match depends on who else has signed up.</li><li>We hope for more mentors than mentees, so some mentors wait.</li></ul>',
    mentorAgreement: [
      { title: 'Write first', text: 'Email your mentee within one week of being matched.' },
      { title: 'Be reachable', text: 'Be willing to swap phone numbers.' },
      { title: 'Agree how you work', text: 'Complete the mentoring agreement together.' },
      { title: 'Meet', text: 'Face to face at least once. After that, as you both like.' },
      { title: 'Set the pace', text: 'Agree how often you meet and for how long.' },
      { title: 'Four months', text: 'That is the rule. Up to six if you both want to.' },
      { title: 'Leave without blame', text: 'If you cannot go on, tell us. Nobody asks why.' },
    ],
    menteeAgreement: [
      { title: 'Wait for the first email', text: 'Your mentor writes to you first.' },
      { title: 'Meet', text: 'Meet your mentor and complete the mentoring agreement.' },
      { title: 'Set the pace', text: 'Agree how often you meet and for how long.' },
      { title: 'Bring the agenda', text: 'What you talk about is yours to decide.' },
      { title: 'Leave without blame', text: 'Tell us if you leave or want another mentor.' },
    ],
    community: {
      title: 'A group of our own',
      body: '<p>Mentors and mentees can join a closed group to ask questions and share news. Nothing about your own mentor or mentee belongs there.</p>',
      url: 'https://groups.example.org/peer-mentors',
    },
    training: {
      title: 'Never mentored before?',
      body: '<p>If you listen well and care, you have what it takes. A national online course on mentoring for doctors helps, and we plan training days of our own.</p>',
    },
    contact: {
      team: 'Central team',
      email: 'mentors@example.org',
      phone: '0113 496 0000',
      body: '<p>We are glad to hear from you, before and after you sign up.</p>',
    },
  },
  resourcesPage: {
    title: 'Help for international doctors',
    intro: '<p class="nhsuk-lede-text">Groups and websites that other doctors found useful.</p>',
  },
  resources: [
    {
      title: 'Doctors from abroad in the UK',
      url: 'https://www.example.org/doctors-group',
      audience: 'any international doctor',
      description: 'A closed group with quick answers on jobs, visas and finding neighbours.',
      joining: 'Ask to join; a member lets you in.',
    },
    {
      title: 'Online induction',
      url: 'https://induction.example.com/start?from=mentors&lang=en',
      audience: 'doctors new to UK practice',
      description:
        'Free modules on careers, what is expected of you, drug charts and certificates.',
      joining: 'Enrol with your GMC number.',
    },
    {
      title: 'Training posts, explained',
      url: 'https://training.example.net/',
      audience: 'trainees at ST1 and core level',
      description: 'How to apply for a training post, written by those who did.',
    },
  ],
  signUp: {
    mentor: {
      title: 'Sign up as a mentor',
      intro:
        '<p>Tell us about yourself, so that we can find a doctor you can help. It takes about 5 minutes.</p>',
      consent:
        'I agree that the programme uses my answers, including my country if I give it, to match me with a mentee.\n\nIf we are matched, my mentee sees my name, my email address and what I wrote about myself. I can change my mind at any time.',
      form: formOf(DEFINITION, 'mentor')!,
    },
    mentee: {
      title: 'Sign up for a mentor',
      intro:
        '<p>Tell us about yourself, so that we can find a mentor who fits. It takes about 5 minutes.</p>',
      consent:
        'I agree that the programme uses my answers, including my country if I give it, to match me with a mentor.\n\nIf we are matched, my mentor sees my name, my email address and what I wrote about myself. I can change my mind at any time.',
      form: formOf(DEFINITION, 'mentee')!,
    },
  },
  pages: {
    howWeMatch: {
      counts: ['Childcare: it counts in your favour when your answers fit'],
      title: 'How we match',
      body: '<p class="nhsuk-lede-text">A coordinator decides about every match. Software only suggests.</p><h2>What counts</h2><ol><li>The same country, if you want your country to count.</li><li>The same region.</li><li>Languages, specialty and what you want to talk about.</li></ol><h2>Who comes first</h2><p>Among equals, whoever has waited longest.</p>',
    },
    privacy: {
      title: 'Privacy',
      body: '<h2>What we keep</h2><p>Your answers, and when you agreed to what.</p><h2>Your rights</h2><p>Ask us and we delete everything we hold about you.</p>',
    },
    accessibility: {
      title: 'Accessibility statement',
      body: '<p>We want everyone to be able to use this website.</p><h2>Tell us about a problem</h2><p>Write to <a href="mailto:mentors@example.org">mentors@example.org</a>.</p>',
    },
  },
})

/** A snapshot in which everything that may be empty is empty. */
export const emptyFixture = (): Snapshot => {
  const full = fixture()
  const { team, email } = full.programme.contact
  return {
    ...full,
    programme: {
      ...full.programme,
      hero: { title: full.programme.hero.title, lead: full.programme.hero.lead },
      why: '',
      offer: '',
      facts: [],
      pathways: [],
      mentorAgreement: [],
      menteeAgreement: [],
      community: { title: full.programme.community.title, body: '' },
      training: { title: full.programme.training.title, body: '' },
      contact: { team, email, body: '' },
    },
    resourcesPage: { title: full.resourcesPage.title, intro: '' },
    resources: [],
  }
}

/** A word without an end, such as an address that somebody pasted. */
const LONG = `https://example.org/${'abcdefghij'.repeat(18)}`
const URDU = 'بیرون ملک سے آنے والے ڈاکٹروں کے لیے رہنمائی'

/** Content that editors write and nobody designs for: words of 200 letters, text from right to left. */
export const oddFixture = (): Snapshot => {
  const snapshot = fixture()
  const { programme, resources } = snapshot
  programme.hero = { title: LONG, lead: URDU }
  programme.why = `<h2>${LONG}</h2><p>${URDU}</p><ul><li>${LONG}</li></ul>`
  programme.facts = [{ figure: LONG, text: LONG, source: LONG }]
  programme.pathways = [{ name: LONG, description: LONG }]
  programme.mentorAgreement = [{ title: LONG, text: LONG }]
  programme.menteeAgreement = [{ title: URDU, text: URDU }]
  programme.community = { title: LONG, body: `<p>${LONG}</p>` }
  programme.contact.team = LONG
  snapshot.site.programmeName = LONG
  snapshot.resources = [
    { ...resources[0]!, title: LONG, audience: LONG, description: LONG, joining: LONG },
  ]
  snapshot.pages.privacy = { title: LONG, body: `<p>${LONG}</p>` }
  snapshot.signUp.mentee.title = LONG
  return snapshot
}
