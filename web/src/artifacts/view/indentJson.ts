const PART = /"(?:\\.|[^"\\])*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Deeper, indenting makes more of a text than a page can hold. */
const DEEPEST = 100;

/** JSON with a line for each of its values, which stay as they are written; other text as it is. */
export function indentJson(text: string): string {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  const parts = text.match(PART) ?? [];
  let depth = 0;
  let indented = "";
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1] ?? "";
    const isEnd = part === "}" || part === "]";
    const isEmpty = isEnd && (before === "{" || before === "[");
    if (isEnd) depth -= 1;
    if ((isEnd && !isEmpty) || (!isEnd && /^[{[,]$/.test(before))) {
      indented += `\n${"  ".repeat(depth)}`;
    }
    indented += part === ":" ? ": " : part;
    if (part === "{" || part === "[") depth += 1;
    if (depth > DEEPEST) return text;
  }
  return indented;
}
