/** The script of a report: draws its figures, in the page and on paper. */
import { Picture } from "./picture";

const dark = matchMedia("(prefers-color-scheme: dark)");
const narrow = matchMedia("(max-width: 599px)");

const figures = document.querySelectorAll<HTMLElement>("figure");
const pictures = Array.from(figures, (figure) => new Picture(figure));

/** One after the other, from the top, with room for the reader's scrolling in between. */
async function draw(): Promise<void> {
  for (const picture of pictures) {
    await picture.draw(dark.matches ? "dark" : "light", narrow.matches);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

void draw();
dark.addEventListener("change", draw);
narrow.addEventListener("change", draw);
// The browser takes what is there when the listener returns.
window.addEventListener("beforeprint", () => {
  for (const picture of pictures) picture.toPaper();
});
window.addEventListener("afterprint", draw);
