/**
 * The same answers without the work: to set up `Intl` takes longer than to render a page, and the
 * questions are few. Only for answers that depend on nothing but the question.
 */
export function remembered<Answer>(
  answer: (question: string) => Answer,
): (question: string) => Answer {
  const answers = new Map<string, Answer>();
  return (question) => {
    const known = answers.get(question);
    if (known !== undefined) return known;
    const found = answer(question);
    answers.set(question, found);
    return found;
  };
}

/** The same where the question is a thing that is there anyway: with it its answer goes. */
export function rememberedOf<Thing extends WeakKey, Answer>(
  answer: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const answers = new WeakMap<Thing, { readonly found: Answer }>();
  return (thing) => {
    const known = answers.get(thing) ?? { found: answer(thing) };
    answers.set(thing, known);
    return known.found;
  };
}
