/*
 * Words for terms that the locales of the CSL project leave in English, by language: those that a
 * style can ask for when it sets a text of an archive. A language without any is set with what its
 * locale has.
 */

export const TERMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ar: {
    'original-work-published': 'نُشر الأصل',
    'article-newspaper': 'مقال صحفي',
    document: 'وثيقة',
    manuscript: 'مخطوط',
    report: 'تقرير',
    number: 'رقم',
    'no-place': 'د.م',
    'no-publisher': 'د.ن',
    'loc-cit': 'الموضع نفسه',
    'op-cit': 'مرجع سابق',
    henceforth: 'فيما يلي',
    reference: 'مرجع',
    'first-reference-note-number': 'الحاشية',
  },
};

/** Stands behind an “and” that its language writes as one word with the next. */
export const ATTACHED = '\uE003';
