import { expect, test } from 'vitest';
import { withSection } from './results.ts';

test('a section takes the place of the former one for as many articles, in order of size', () => {
  const former = '# Results\n\n## 100 articles\n\nold\n\n## 10,000 articles\n\nlarge\n';
  expect(withSection(former, '## 1,000 articles\n\nmiddle\n')).toBe(
    '# Results\n\n## 100 articles\n\nold\n\n## 1,000 articles\n\nmiddle\n\n## 10,000 articles\n\nlarge\n',
  );
  expect(withSection(former, '## 100 articles\n\nnew\n')).toBe(
    '# Results\n\n## 100 articles\n\nnew\n\n## 10,000 articles\n\nlarge\n',
  );
  const named = '## 100 articles, 50 entities\n\nnamed\n';
  expect(withSection(former, named)).toBe(
    '# Results\n\n## 100 articles\n\nold\n\n## 100 articles, 50 entities\n\nnamed\n\n## 10,000 articles\n\nlarge\n',
  );
});
