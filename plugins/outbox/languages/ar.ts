import type { Translated } from '@mentoring/kit/languages'

import type { en } from './en.ts'

/** The texts in Arabic. */
export const ar: Translated<typeof en> = {
  // States of a message
  queued: 'في انتظار الإرسال',
  sending: 'قيد الإرسال',
  sent: 'أُرسلت',
  failed: 'تعذّر إرسالها',
  bounced: 'رفضها العنوان',
  cancelled: 'أُلغيت قبل إرسالها',

  // Messages
  mail: 'رسالة بريد إلكتروني',
  mails: 'رسائل البريد الإلكتروني',
  mailsAbout: 'كل رسالة بريد إلكتروني أُرسلت أو توشك أن تُرسل.',
  to: 'إلى',
  subject: 'الموضوع',
  text: 'النص',
  status: 'الحالة',
  template: 'الرسالة',
  occasion: 'المناسبة',
  sentAt: 'تاريخ الإرسال',
  attempts: 'عدد المحاولات',
  queuedAt: 'في الانتظار منذ',
  nextTryAt: 'المحاولة التالية',
  lastError: 'آخر مشكلة',
  mayHaveGoneTwice: 'ربما أُرسلت مرتين',
  mayHaveGoneTwiceAbout: 'انقطع إرسالها الأول، فأُرسلت من جديد.',
  wasSent: 'النص الذي أُرسل، من دون الروابط المؤدية إلى صفحات شخصية.',
  willBeSent: 'النص كما هو الآن. لم تُرسل الرسالة بعد، وقد تتغير صياغتها.',
  link: 'رابط',
  sendAgain: 'إعادة الإرسال',
  sentAgain: 'الرسالة في طريقها.',
  sentAllAgain: {
    zero: 'لا رسائل لإعادة إرسالها.',
    one: 'رسالة واحدة في طريقها.',
    two: 'رسالتان في طريقهما.',
    few: '{{count}} رسائل في طريقها.',
    many: '{{count}} رسالة في طريقها.',
    other: '{{count}} رسالة في طريقها.',
  },
  mayNotSend: 'لا تملك صلاحية إرسال الرسائل.',
  notFailed: 'لا يمكن إعادة إرسال رسالة إلا إذا تعذّر إرسالها أو رفضها العنوان.',

  // Their words
  words: 'صياغة رسالة',
  wordsOfAll: 'صياغة الرسائل',
  wordsAbout:
    'صياغة رسائل البريد الإلكتروني. لا تسري التغييرات إلا على الرسائل التي تُرسل بعد نشر تلك التغييرات.',
  name: 'الاسم',
  order: 'الترتيب',
  group: 'المجموعة',
  body: 'نص الرسالة',
  notSentAny: 'لم يعد هذا الإصدار يرسل هذه الرسالة.',
  youCanUse: 'يمكنك استخدام ما يلي:',
  saysAlone: '{{says}}، في سطر مستقل',
  saysButton: '{{says}}، في سطر مستقل. يظهر زرًّا عليه «{{text}}».',
  saysLink: '{{says}}، في سطر مستقل. يظهر رابطًا نصه «{{text}}».',
  ownLinkText: 'لتغيير نص الزر أو الرابط، اكتبه هكذا: {{example}}',
  linkExample: 'النص الظاهر',
  saysHowToStop: 'تبيّن الرسالة في آخرها كيفية إيقاف الرسائل المماثلة.',

  // What is wrong with words
  noSubject: 'أدخل موضوعًا',
  noBody: 'أدخل نص الرسالة',
  notInSubject: 'ضع {{placeholder}} في نص الرسالة، لا في الموضوع',
  notInAddress: 'ضع {{placeholder}} في النص، لا في عنوان رابط',
  notAlone: 'ضع {{placeholder}} في سطر مستقل، لا شيء قبله ولا بعده',
  missing: 'ضع {{placeholders}} في نص الرسالة',
  unknown: 'لا يمكن استخدام {{placeholders}} هنا. تبيّن القائمة أعلاه ما يمكنك استخدامه.',
  alwaysWords: 'لا بد لكل رسالة من نص. عدّل هذا النص وانشر التعديل بدلًا من ذلك.',
  mayNotEdit: 'لا تملك صلاحية تعديل الرسائل.',
  noTemplate: 'لا توجد رسالة كهذه.',

  // The words it came with
  putBack: 'استعادة الصياغة الأصلية',
  putBackDone: 'الصياغة الأصلية الآن مسودة. انشرها لاستخدامها.',
  putBackSame: 'هذه هي الصياغة الأصلية.',

  // Preview and test
  preview: 'معاينة',
  previewAgain: 'معاينة من جديد',
  previewOf: 'معاينة: {{label}}',
  previewAbout: 'بأسماء أشخاص غير حقيقيين. لم يُرسل شيء ولم يُحفظ.',
  previewOutdated: 'تغيّرت الصياغة بعد هذه المعاينة.',
  previewSubject: 'الموضوع:',
  test: 'إرسال رسالة تجريبية إليّ',
  testSubject: '[تجربة] {{subject}}',
  testSent: 'رسالة تجريبية في طريقها إلى {{address}}.',
  testNotSent: 'لم تُرسل الرسالة التجريبية: {{reason}}.',
  testTooOften: 'أُرسلت رسائل تجريبية كثيرة. حاول من جديد بعد 10 دقائق.',

  // In the messages themselves, in their language
  emails: 'الرسائل',
  stop: 'يمكنك إيقاف {{mails}} المماثلة لهذه الرسالة:',
  stopLink: 'يمكنك {{from}}إيقاف {{mails}} المماثلة لهذه الرسالة{{to}}.',
}
