import { type Chosen, chosenFrom } from "./chosen";

/** No person closes a dialog this quickly (milliseconds). */
const TOO_QUICK = 150;

/**
 * Files from the kind of dialog whose choice can be remembered; null where there is none, or
 * where it is switched off: then it ends at once, as if it had been cancelled.
 */
export async function pickFiles(): Promise<Chosen[] | null> {
  if (!window.showOpenFilePicker) return null;
  const asked = performance.now();
  try {
    const handles = await window.showOpenFilePicker({ multiple: true });
    return await Promise.all(handles.map(chosenFrom));
  } catch (error) {
    const isCancel = error instanceof DOMException && error.name === "AbortError";
    return isCancel && performance.now() - asked > TOO_QUICK ? [] : null;
  }
}
