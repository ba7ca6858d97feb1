/**
 * Rows of a CSV file (RFC 4180), or of one with another delimiter; at most so many. An empty line is
 * a row where all have one column, but neither before the first nor at the end.
 */
export function readDelimited(text: string, delimiter: string, most: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let emptyLines = 0;
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length && rows.length + emptyLines < most) {
    const start = at;
    const field = text[at] === '"' ? quoted(text, at) : { value: "", end: at };
    const end = endOfField(text, field.end, delimiter);
    row.push(field.value + text.slice(field.end, end));
    at = end + 1;
    if (text[end] === delimiter && at < text.length) continue;
    // A delimiter at the very end has an empty field behind it.
    if (text[end] === delimiter) row.push("");
    if (text[end] === "\r" && text[at] === "\n") at += 1;
    const isEmptyLine = row.length === 1 && end === start;
    if (isEmptyLine) {
      if (rows[0]?.length === 1) emptyLines += 1;
    } else {
      if (row.length === 1) rows.push(...emptyRows(emptyLines));
      rows.push(row);
      emptyLines = 0;
    }
    row = [];
  }
  // Behind so many, there may be a row again.
  if (at < text.length) rows.push(...emptyRows(emptyLines));
  return rows;
}

function emptyRows(count: number): string[][] {
  return Array.from({ length: count }, () => [""]);
}

/** What stands in quotes, two of which are one, and where it ends. */
function quoted(text: string, start: number): { value: string; end: number } {
  let value = "";
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { value: value + text.slice(from), end: text.length };
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

function endOfField(text: string, start: number, delimiter: string): number {
  let at = start;
  while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") {
    at += 1;
  }
  return at;
}

/** Which of the usual delimiters the first line has most of. */
export function delimiterOf(text: string): string {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((mark) => [line.split(mark).length, mark] as const);
  return counts.reduce((best, one) => (one[0] > best[0] ? one : best))[1];
}
