import type { Code, Nodes, Root, Text } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { type LocalProblem, type ProblemCode, problemAt } from '#model/problem.ts';
import { holds } from './holds.ts';
import { brokenMarker, cutMarker, onlyMarker, strayMarker } from './marker.ts';

/** Markers that are left where no paragraph ends, each with what went wrong there. */
export function strayMarkers(tree: Root): LocalProblem[] {
  const problems: LocalProblem[] = [];
  if (!holds(tree, mayHoldMarker)) return problems;
  visitParents(tree, (node, ancestors) => {
    if (node.type === 'code') problems.push(...inCode(node));
    if (node.type !== 'text') return;
    const stray = strayMarker(node.value);
    const firstLine = node.position?.start.line ?? 1;
    if (stray) {
      const line = firstLine + stray.before.split('\n').length - 1;
      problems.push(problemAt(line, codeFor(node, ancestors), { marker: stray.marker }));
    }
    const broken = brokenMarker(node.value);
    if (broken !== undefined) {
      const line = node.position?.end.line ?? firstLine;
      problems.push(problemAt(line, 'marker-garbled', { marker: broken }));
    }
  });
  return problems;
}

function mayHoldMarker(node: Nodes): boolean {
  return node.type === 'code' || (node.type === 'text' && /[{}]/.test(node.value));
}

/**
 * Markers that have become code: in the line of a fence, which then neither opens nor closes as it
 * was meant, and alone in the last line.
 */
function inCode(node: Code): LocalProblem[] {
  const lines = node.value.split('\n');
  const { start, end } = node.position ?? { start: { line: 1 }, end: { line: 1 } };
  const isFenced = end.line - start.line + 1 > lines.length;
  const firstLine = isFenced ? start.line + 1 : start.line;
  const problems: LocalProblem[] = [];
  const opening = strayMarker(`${node.lang ?? ''} ${node.meta ?? ''}`);
  if (opening) problems.push(problemAt(start.line, 'marker-in-code', { marker: opening.marker }));
  for (const [index, line] of lines.entries()) {
    const isFence = /^\s*(?:`{3,}|~{3,})/.test(line);
    const isLast = lines.slice(index + 1).every((later) => later.trim() === '');
    const marker =
      isFence || isLast ? onlyMarker(line.replace(/^\s*(?:`{3,}|~{3,})/, '')) : undefined;
    if (marker !== undefined && strayMarker(marker)) {
      problems.push(problemAt(firstLine + index, 'marker-in-code', { marker }));
    }
  }
  return problems;
}

type StrayCode = Extract<
  ProblemCode,
  'marker-in-note' | 'marker-in-table' | 'marker-on-earlier-item' | 'marker-misplaced'
>;

function codeFor(
  node: Text,
  ancestors: readonly { type: string; children?: readonly unknown[] }[],
): StrayCode {
  const types = ancestors.map(({ type }) => type);
  if (types.includes('footnoteDefinition')) return 'marker-in-note';
  if (types.includes('table')) return 'marker-in-table';
  const endsParagraph =
    cutMarker(node.value) !== undefined && ancestors.at(-1)?.children?.at(-1) === node;
  return types.includes('listItem') && endsParagraph
    ? 'marker-on-earlier-item'
    : 'marker-misplaced';
}
