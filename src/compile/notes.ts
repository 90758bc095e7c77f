import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { type LocalProblem, problemAt } from '#model/problem.ts';

/** Footnotes that are called and not there, there twice, or never called: their words would be lost. */
export function checkNotes(tree: Root): LocalProblem[] {
  const problems: LocalProblem[] = [];
  const called = new Set<string>();
  const defined = new Map<string, number>();
  visit(tree, (node) => {
    if (node.type === 'footnoteReference') called.add(node.identifier);
    if (node.type === 'text') {
      // What calls a note that is there is no text any more.
      for (const [call, label = ''] of node.value.matchAll(/\[\^([^\]\s]+)\]/g)) {
        const before = node.value.slice(0, node.value.indexOf(call)).split('\n').length - 1;
        const line = (node.position?.start.line ?? 1) + before;
        problems.push(problemAt(line, 'missing-note', { label }));
      }
    }
  });
  visit(tree, 'footnoteDefinition', ({ identifier, label, position }) => {
    const line = position?.start.line ?? 1;
    const name = label ?? identifier;
    const first = defined.get(identifier);
    if (first !== undefined) {
      problems.push(problemAt(line, 'note-twice', { label: name, first: String(first) }));
    } else {
      defined.set(identifier, line);
      if (!called.has(identifier))
        problems.push(problemAt(line, 'note-not-called', { label: name }));
    }
  });
  return problems;
}
