import { studyTitle } from "../format/states";

export type ImageFormat = "png" | "svg";

type Draw = (format: ImageFormat, title: string) => Promise<string>;

/** Saves a figure as a picture file that names what it shows. */
export async function saveImage(
  draw: Draw,
  format: ImageFormat,
  title: string,
  studyName: string,
): Promise<void> {
  const link = document.createElement("a");
  link.href = await draw(format, imageTitle(title, studyName));
  link.download = imageName(title, studyName, format);
  link.click();
}

/** In the little HTML that Plotly reads, a name as it is. */
export function imageTitle(title: string, studyName: string): string {
  const text = `${title} \u2013 ${studyTitle(studyName)}`;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A name that every file system takes. */
export function imageName(title: string, studyName: string, format: ImageFormat): string {
  const words = `${studyName} ${title}`.normalize("NFKC").match(/[\p{L}\p{N}._-]+/gu) ?? ["figure"];
  return `${words
    .join("-")
    .replace(/^[.-]+/, "")
    .slice(0, 100)}.${format}`;
}
