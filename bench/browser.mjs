/**
 * Measures the built site in Chromium:
 *
 *     node bench/browser.mjs TRIALS=FILE=STUDY[=FIGURE,FIGURE...]...
 *
 * Of a study with figures named, only these are measured. Prints one JSON line per measurement; `run.py` makes the table of them.
 */
import { measureBoot } from "./browser/boot.mjs";
import { measureFigures } from "./browser/figures.mjs";
import { measureJourney } from "./browser/journey.mjs";
import { serveSite } from "./browser/server.mjs";

const studies = process.argv.slice(2).map((argument) => {
  const [trials, file, study, figures] = argument.split("=");
  return { trials: Number(trials), file, study, figures: figures?.split(",") };
});

const server = await serveSite();
try {
  await measureBoot(server);
  for (const study of studies) {
    if (!study.figures) await measureJourney(server.site, study, study.trials > 100_000 ? 1 : 3);
    if (study.trials <= 100_000) await measureFigures(server.site, study);
  }
} finally {
  server.close();
}
