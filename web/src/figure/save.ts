import { saveAs } from "../files/saveAs";
import { studyTitle } from "../format/states";

/** Pictures, and what Plotly makes the figure of again. */
export type SaveFormat = "png" | "svg" | "json";

/** The same, and the numbers of a figure that has a table. */
export type FileFormat = SaveFormat | "csv";

type Draw = (format: SaveFormat, title: string) => Promise<string>;

/** Saves a figure as a file that names what it shows. */
export async function saveFigure(
  draw: Draw,
  format: SaveFormat,
  title: string,
  studyName: string,
): Promise<void> {
  const address = await draw(format, fileTitle(title, studyName));
  saveAs(fileName(title, studyName, format), address);
}

/** In the little HTML that Plotly reads, a name as it is. */
export function fileTitle(title: string, studyName: string): string {
  const text = `${title} \u2013 ${studyTitle(studyName)}`;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A name that every file system takes. */
export function fileName(title: string, studyName: string, format: SaveFormat): string {
  const words = `${studyName} ${title}`.normalize("NFKC").match(/[\p{L}\p{N}._-]+/gu) ?? ["figure"];
  return `${words
    .join("-")
    .replace(/^[.-]+/, "")
    .slice(0, 100)}.${format}`;
}
