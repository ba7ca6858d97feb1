import { expect, test } from "vitest";
import { markdown } from "./math";

/** The formulas in a text, those on a line of their own in brackets. */
function formulas(text: string): string[] {
  const found: string[] = [];
  markdown.walkTokens(markdown.lexer(text), (token) => {
    if (token.type === "math") found.push(token.isBlock ? `[${token.text}]` : token.text);
  });
  return found;
}

test.each([
  ["$x$", ["x"]],
  ["a $x_1 + y_2$, ($z$): **bold $w$**", ["x_1 + y_2", "z", "w"]],
  ["损失$x$的$y$", ["x", "y"]],
  [String.raw`$\$ 5 \{a\}$`, [String.raw`\$ 5 \{a\}`]],
  ["a $$x^2$$ b", ["[x^2]"]],
  ["$$\na\n- b\n= c\n$$", ["[a\n- b\n= c]"]],
  ["text\n$$a$$\nmore $b$", ["[a]", "b"]],
  ["- item $a$\n\n  $$b$$\n\n| c |\n|---|\n| $d$ |", ["a", "[b]", "d"]],
  ["$a\nb$", ["a\nb"]],
])("formulas in %j", (text, expected) => {
  expect(formulas(text)).toEqual(expected);
});

test.each([
  "costs $5 and $6",
  "from $5-$6, US$7 or CA$x",
  "$ x $ and $x $ and $ x$",
  String.raw`\$x$ and \$y\$`,
  "`$x$`",
  "```\n$x$\n$$y$$\n```",
  "    $x$",
  "only $one",
  "$$ $$",
  "$$",
  "$$a\n\nb$$",
  "$HOME and PATH=$PATH",
  "<a title='$x$'>",
])("no formula in %j", (text) => {
  expect(formulas(text)).toEqual([]);
});

test("a text made to harm takes no long time", () => {
  const start = performance.now();
  for (const text of ["$a ".repeat(5_000), "$$".repeat(5_000), `$$${"\\a\n".repeat(10_000)}`]) {
    formulas(text);
  }
  expect(performance.now() - start).toBeLessThan(10_000);
});
