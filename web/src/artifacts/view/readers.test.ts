import { describe, expect, test } from "vitest";
import type { Artifact } from "../../api/types";
import { delimiterOf, readDelimited } from "./delimited";
import { headOf, isText, textOf } from "./head";
import { indentJson } from "./indentJson";
import { kindOf } from "./kinds";
import { delimitedTable, jsonTable } from "./table";

const bytes = (...values: (number | string)[]) =>
  Uint8Array.from(
    values.flatMap((value) => (typeof value === "number" ? value : [...Buffer.from(value)])),
  );

describe("kinds", () => {
  test.each([
    ["a.png", "image/png", "picture"],
    ["a.csv", "image/png", "picture"],
    ["a.svg", "image/svg+xml", "text"],
    ["a.mp4", "video/mp4", "video"],
    ["a.mp3", "audio/mpeg", "audio"],
    ["a.PDF", "application/octet-stream", "pdf"],
    ["a.pdf", "text/html", "pdf"],
    ["a.stl", "application/vnd.ms-pki.stl", "model"],
    ["a.obj", "application/x-tgif", "model"],
    ["a", "model/stl", "model"],
    ["a.csv", "application/vnd.ms-excel", "table"],
    ["a.jsonl", "application/octet-stream", "table"],
    ["a", "text/tab-separated-values", "table"],
    ["a.json", "application/json", "json"],
    ["a.html", "text/html", "text"],
    ["a.js", "text/javascript", "text"],
    ["a.xhtml", "application/xhtml+xml", "text"],
    ["a.py", "text/x-python", "text"],
    ["a.webp", "application/octet-stream", "picture"],
    ["a.mkv", "application/octet-stream", "video"],
    ["a.flac", "", "audio"],
    ["a.json", "", "json"],
    ["a.png", "text/html", "text"],
    ["a.svg", "application/octet-stream", "unknown"],
    ["a.constructor", "", "unknown"],
    ["a.log", "application/octet-stream", "unknown"],
    ["a", "", "unknown"],
  ])("%s of type %j is %s", (filename, mimetype, kind) => {
    const artifact: Artifact = { artifact_id: "0", filename, mimetype, encoding: null };
    expect(kindOf(artifact)).toBe(kind);
    expect(kindOf({ ...artifact, encoding: "gzip" })).toBe("compressed");
  });
});

describe("the beginning of a file", () => {
  test("is all of a short one", async () => {
    const head = await headOf(new Response("héllo"), 6);
    expect(head).toEqual({ bytes: bytes("héllo"), isCut: false, size: null });
    expect((await headOf(new Response(""), 6)).bytes.length).toBe(0);
    expect(await headOf(new Response(null), 6)).toMatchObject({ isCut: false });
  });

  test("of a long one no more is read than is needed", async () => {
    let asked = 0;
    let isCancelled = false;
    const body = new ReadableStream({
      pull(controller) {
        asked += 1;
        controller.enqueue(bytes("abcd"));
      },
      cancel() {
        isCancelled = true;
      },
    });
    const head = await headOf(new Response(body, { headers: { "Content-Length": "999" } }), 6);
    expect(head).toEqual({ bytes: bytes("abcdab"), isCut: true, size: 999 });
    expect([asked <= 3, isCancelled]).toEqual([true, true]);
  });

  test("nobody knows the length of what is packed for its way", async () => {
    const headers = { "Content-Length": "20", "Content-Encoding": "gzip" };
    expect((await headOf(new Response("abc", { headers }), 6)).size).toBeNull();
  });

  test("a letter that is cut in two is left out", () => {
    const cut = { bytes: bytes("aé").slice(0, 2), isCut: true, size: null };
    expect([textOf(cut), isText(cut), isText({ ...cut, isCut: false })]).toEqual([
      "a",
      true,
      false,
    ]);
    expect(isText({ bytes: bytes("a", 0, "b"), isCut: false, size: null })).toBe(false);
  });
});

describe("delimited values", () => {
  test.each([
    [
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a,b\r\n1,\r\n,2",
      [
        ["a", "b"],
        ["1", ""],
        ["", "2"],
      ],
    ],
    ["a,", [["a", ""]]],
    ["\uFEFFa\rb", [["a"], ["b"]]],
    [
      '"a,1","b ""c"""\n"d\ne",f',
      [
        ["a,1", 'b "c"'],
        ["d\ne", "f"],
      ],
    ],
    ['a "b",c\n"open', [['a "b"', "c"], ["open"]]],
    [
      '"",x\n\n\ny,z',
      [
        ["", "x"],
        ["y", "z"],
      ],
    ],
    ["", []],
    ['\n"a"\n1\n\n\n""\n2\n\n', [["a"], ["1"], [""], [""], [""], ["2"]]],
  ])("%j", (text, rows) => {
    expect(readDelimited(text, ",", 100)).toEqual(rows);
  });

  test("the delimiter is the one that there is most of", () => {
    expect(["a;b;c,d\n1", "a\tb", '"a;b;c",d', "a"].map(delimiterOf)).toEqual([
      ";",
      "\t",
      ",",
      ",",
    ]);
  });

  test("of a column with very many empty rows there are no more than asked for", () => {
    expect(readDelimited(`a${"\n".repeat(500_000)}b`, ",", 9)).toHaveLength(9);
  });

  test("a table is cut at so many rows, or where the file is", () => {
    const text = "a,b\n1,2\n3,4\n5,";
    const whole = {
      columns: ["a", "b"],
      rows: [
        ["1", "2"],
        ["3", "4"],
        ["5", ""],
      ],
      isCut: false,
    };
    expect(delimitedTable({ text, isCut: false }, "csv", 3)).toEqual(whole);
    const two = { ...whole, rows: whole.rows.slice(0, 2), isCut: true };
    expect(delimitedTable({ text, isCut: false }, "csv", 2)).toEqual(two);
    expect(delimitedTable({ text, isCut: true }, "csv", 3)).toEqual(two);
    expect(delimitedTable({ text: "a\n1,2\n3", isCut: false }, "csv", 3)).toEqual({
      columns: ["a", ""],
      rows: [["1", "2"], ["3"]],
      isCut: false,
    });
    expect(delimitedTable({ text: "a,b\tc", isCut: false }, "tsv", 3).columns).toEqual([
      "a,b",
      "c",
    ]);
  });

  test("a long file takes no long time", () => {
    const start = performance.now();
    expect(readDelimited("1,2\n".repeat(500_000), ",", 1e9)).toHaveLength(500_000);
    readDelimited('"'.repeat(1_000_000), ",", 1e9);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe("JSON", () => {
  test("each line is a row, and each key a column", () => {
    const text = '{"a": 1, "b": "x"}\r\n\n{"c": {"d": null}, "a": 0.5}\n[1]\n';
    expect(jsonTable({ text, isCut: false }, 3, 9)).toEqual({
      columns: ["a", "b", "c", "value"],
      rows: [
        ["1", "x", "", ""],
        ["0.5", "", '{"d":null}', ""],
        ["", "", "", "[1]"],
      ],
      isCut: false,
    });
    expect(jsonTable({ text: '{"a":1}\n{"a":2}\n{"a"', isCut: true }, 9, 9)).toMatchObject({
      rows: [["1"], ["2"]],
      isCut: true,
    });
    expect(jsonTable({ text: '{"__proto__": 1, "toString": 2}', isCut: false }, 9, 9)).toEqual({
      columns: ["__proto__", "toString"],
      rows: [["1", "2"]],
      isCut: false,
    });
    expect(jsonTable({ text: '{"a":1,"b":2}\n{"c":3}', isCut: false }, 9, 2)).toEqual({
      columns: ["a", "b", "c"],
      rows: [
        ["1", "2"],
        ["", ""],
      ],
      isCut: false,
    });
    expect(() => jsonTable({ text: '{"a":1}\nnot', isCut: false }, 9, 9)).toThrow(
      "Row 2 is not JSON.",
    );
  });

  test("whole numbers keep their digits, however long they are", () => {
    const text =
      '{"id": 12345678901234567890, "x": 0.12345678901234567890, "t": "a \\"123456789012345678"}';
    const { rows } = jsonTable({ text: `${text}\n-9007199254740993`, isCut: false }, 9, 9);
    expect(rows).toEqual([
      ["12345678901234567890", "0.12345678901234568", 'a "123456789012345678', ""],
      ["", "", "", "-9007199254740993"],
    ]);
    const noJson = { text: "{12345678901234567890: 1}", isCut: false };
    expect(() => jsonTable(noJson, 9, 9)).toThrow("Row 1 is not JSON.");
  });

  test("is indented, and its values stay as they are written", () => {
    expect(indentJson('{"a":[1.0,12345678901234567890],"b":{},"c":"x, {\\"y\\"}:","d":[ ]}')).toBe(
      [
        "{",
        '  "a": [',
        "    1.0,",
        "    12345678901234567890",
        "  ],",
        '  "b": {},',
        '  "c": "x, {\\"y\\"}:",',
        '  "d": []',
        "}",
      ].join("\n"),
    );
    for (const text of ['"a"', "1e400", "{} {}", '{"a": NaN}', ""])
      expect(indentJson(text)).toBe(text);
  });

  test("what is so deep that its margins would fill the page stays as it is", () => {
    const deep = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(indentJson(deep(100))).toContain("\n");
    expect(indentJson(deep(101))).toBe(deep(101));
  });
});
