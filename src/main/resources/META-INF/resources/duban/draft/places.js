// Which field of the correction was read at which place of the text.

/** The item of the text that each item of the correction came from, by its heading's line; undefined for an added one. */
export function originsOf(correction, read) {
  const byLine = new Map();
  for (const project of read.projects) byLine.set(project.line, [...(byLine.get(project.line) ?? []), project]);
  return correction.projects.map((item) => byLine.get(item.line)?.shift());
}

/**
 * For each row of a corrected list the index of the row it was read from, undefined for an added one: equal rows
 * belong together, and what is left over in both is paired in its order.
 */
export function align(rows, readRows, key) {
  if (rows.length === readRows.length) return rows.map((_, index) => index);
  const free = readRows.map((row, index) => [key(row), index]);
  const found = rows.map((row) => {
    const at = free.findIndex(([known]) => known === key(row));
    return at < 0 ? undefined : free.splice(at, 1)[0][1];
  });
  if (rows.length > readRows.length) return found;
  return found.map((index) => index ?? free.shift()?.[1]);
}

export const KEYS = {
  leads: (name) => name,
  supports: (name) => name,
  milestones: (milestone) => milestone.phrase,
  commitments: (commitment) => commitment.text,
};
