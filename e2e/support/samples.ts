import { Buffer } from "node:buffer";
import type { Page } from "@playwright/test";

/** A file as a page is given it. */
export interface Sample {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function textFile(name: string, text: string, mimeType = ""): Sample {
  return { name, mimeType, buffer: Buffer.from(text) };
}

/** A tenth of a second of silence. */
export function wavFile(name: string): Sample {
  const samples = 800;
  const buffer = Buffer.alloc(44 + samples, 128);
  buffer.write("RIFF", 0);
  buffer.writeUInt32LE(36 + samples, 4);
  buffer.write("WAVEfmt ", 8);
  buffer.writeUInt32LE(16, 16);
  // PCM, one channel, 8000 samples in a second, each of one byte.
  buffer.writeUInt16LE(1, 20);
  buffer.writeUInt16LE(1, 22);
  buffer.writeUInt32LE(8000, 24);
  buffer.writeUInt32LE(8000, 28);
  buffer.writeUInt16LE(1, 32);
  buffer.writeUInt16LE(8, 34);
  buffer.write("data", 36);
  buffer.writeUInt32LE(samples, 40);
  return { name, mimeType: "audio/wav", buffer };
}

/** A film of a square, 64 pixels wide, which the browser of the test makes. */
export async function webmFile(page: Page, name: string): Promise<Sample> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [64, 48];
    const drawing = canvas.getContext("2d");
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/webm" });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start();
    for (let step = 0; step < 20; step += 1) {
      drawing?.fillRect(step, step, 10, 10);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    recorder.stop();
    await stopped;
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  });
  return { name, mimeType: "video/webm", buffer: Buffer.from(bytes) };
}

/** One empty page. */
export function pdfFile(name: string): Sample {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${places.join("")}`;
  text += `trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return textFile(name, text, "application/pdf");
}

const CORNERS = ["0 0 0", "2 0 0", "0 4 0", "0 0 6"];
const SIDES = ["1 3 2", "1 2 4", "1 4 3", "2 3 4"];

/** A tetrahedron. */
export function objFile(name: string): Sample {
  const lines = [...CORNERS.map((corner) => `v ${corner}`), ...SIDES.map((side) => `f ${side}`)];
  return textFile(name, `${lines.join("\n")}\n`);
}

/** The same. */
export function stlFile(name: string): Sample {
  const facets = SIDES.map((side) => {
    const corners = side.split(" ").map((corner) => `vertex ${CORNERS[Number(corner) - 1]}`);
    return `facet normal 0 0 0\nouter loop\n${corners.join("\n")}\nendloop\nendfacet`;
  });
  return textFile(name, `solid a\n${facets.join("\n")}\nendsolid a\n`);
}
