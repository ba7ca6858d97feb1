// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import Markdown from "./Markdown";

afterEach(cleanup);

function html(text: string): string {
  return shown(text).innerHTML;
}

function shown(text: string): Element {
  const { container } = render(<Markdown text={text} />);
  return container.firstElementChild as Element;
}

describe("Markdown", () => {
  it("becomes headings, lists, tables and code", () => {
    expect(html("# A *b*\n\nc ~~d~~ **e** `f<g`")).toBe(
      "<h3>A <em>b</em></h3><p>c <del>d</del> <strong>e</strong> <code>f&lt;g</code></p>",
    );
    expect(html("3. a\n4. b")).toBe(
      '<ol start="3"><li data-task="false">a</li><li data-task="false">b</li></ol>',
    );
    const [done, open] = shown("- [x] a\n- [ ] b").querySelectorAll("input");
    expect([done, open].map((box) => [box?.checked, box?.disabled, box?.ariaLabel])).toEqual([
      [true, true, "done"],
      [false, true, "to do"],
    ]);
    expect(html("| a | b |\n|---|--:|\n| 1 | 2<br>3 |")).toContain(
      '<tr><td>1</td><td style="text-align: right;">2<br>3</td></tr>',
    );
    expect(html("```py\nx < 1\n```")).toBe('<pre tabindex="0"><code>x &lt; 1</code></pre>');
  });

  it("has headings without a gap below those of the page", () => {
    const headings = shown("## a\n\n#### b\n\n###### c\n\n## d").children;
    expect([...headings].map(({ tagName }) => tagName)).toEqual(["H3", "H4", "H5", "H3"]);
  });

  it("reads entities and escapes as characters", () => {
    expect(shown("&lt;b&gt; &amp;amp; \\*a\\* &nosuch; a < b").textContent).toBe(
      "<b> &amp; *a* &nosuch; a < b",
    );
  });

  it("leads out of the dashboard in a new window that knows nothing of it", () => {
    expect(html("[a](https://example.org/?q=1)")).toBe(
      '<p><a href="https://example.org/?q=1" target="_blank" rel="noopener noreferrer">a</a></p>',
    );
    expect(html("me@example.org")).toContain('href="mailto:me@example.org"');
  });
});

describe("a text made to harm", () => {
  it.each([
    "<script>alert(1)</script>",
    "a <script>alert(1)</script> b",
    "<img src=x onerror=alert(1)>",
    'a <img src="x" onerror="alert(1)"> b',
    "<svg onload=alert(1)><a href='javascript:alert(1)'>x</a></svg>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
    '<div style="position:fixed;inset:0"><form action="https://example.org"><input></form></div>',
  ])("%s stays text", (text) => {
    const note = shown(text);
    expect(note.querySelectorAll("script, img, svg, iframe, form, input, a")).toHaveLength(0);
    const attributes = [...note.querySelectorAll("*")].flatMap((one) => one.getAttributeNames());
    expect(attributes.filter((name) => name.startsWith("on") || name === "srcdoc")).toEqual([]);
    expect(note.textContent).toMatch(/alert\(1\)|position:fixed/);
  });

  it.each([
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](<java\nscript:alert(1)>)",
    "[a](<\x01javascript:alert(1)>)",
    "[a](&#106;avascript:alert(1))",
    "[a](vbscript:x)",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](file:///etc/passwd)",
    "[a](//example.org)",
    "[a](/dashboard/studies/1)",
    "[a](#/studies/1)",
    "<javascript:alert(1)>",
    "[a][1]\n\n[1]: javascript:alert(1)",
  ])("%s is no link", (text) => {
    expect(shown(text).querySelectorAll("[href]")).toHaveLength(0);
  });

  it("fetches no picture, but leads to it", () => {
    const note = shown("![a *b*](https://example.org/x.png)");
    expect(note.querySelector("img")).toBeNull();
    expect(note.querySelector("a")?.href).toBe("https://example.org/x.png");
    expect(note.textContent).toBe("[Picture: a *b*]");
    expect(html("![c](/artifacts/1/2/a-b)")).toBe(
      '<p><span title="/artifacts/1/2/a-b">[Picture: c, in the artifact store]</span></p>',
    );
    expect(html("![d](data:image/svg+xml;base64,AA==)")).not.toContain("<img");
    const picture = shown("![d](data:image/png;base64,AA==)").querySelector("img");
    expect([picture?.alt, picture?.src]).toEqual(["d", "data:image/png;base64,AA=="]);
  });

  it("hides a comment, but nothing behind it", () => {
    expect(html("<!-- a -->")).toBe("");
    expect(html("<!-- a --> b -->")).toContain("b");
  });

  it("has no link within a link", () => {
    const note = shown("[![a](https://example.org/a.png)](https://example.org/b)");
    expect([...note.querySelectorAll("a")].map(({ href }) => href)).toEqual([
      "https://example.org/b",
    ]);
  });

  it("may be as deep as it likes", () => {
    expect(shown(`${"> ".repeat(500)}end`).textContent).toContain("end");
    expect(shown(`${"*a **b ".repeat(300)}end`).textContent).toContain("end");
    expect(shown(`${"- ".repeat(400)}end`).textContent).toContain("end");
  });
});
