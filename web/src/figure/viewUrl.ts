import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { type View, WHOLE } from "./view";

/**
 * A view as a short text: `x_0_20.5_k3f1*-_pruned` is a range on the x axis, and a hidden
 * trace. Parts stand between asterisks and their words between underscores, which an address
 * holds as they are.
 */
export function viewText({ axes, cameras, hidden }: View): string {
  const parts = [
    ...Object.entries(axes).map(([name, { range, of }]) => [
      name.replace("axis", ""),
      ...range.map(String),
      of,
    ]),
    ...Object.entries(cameras).map(([name, camera]) => [name, ...camera.map(String)]),
    ...hidden.map((key) => ["-", key]),
  ];
  return parts.map((words) => words.map(escaped).join("_")).join("*");
}

/** The view that a text describes; what makes no sense in it is left out. */
export function parseView(text: string): View {
  const axes: Record<string, View["axes"][string]> = {};
  const cameras: Record<string, readonly number[]> = {};
  const hidden: string[] = [];
  for (const part of text.split("*")) {
    const [name = "", ...words] = part.split("_").map(unescaped);
    const [, letter, number = ""] = /^([xy])(\d*)$/.exec(name) ?? [];
    const [low, high, of] = words;
    if (name === "-" && low !== undefined) hidden.push(low);
    else if (letter && low && high && of) {
      axes[`${letter}axis${number}`] = { range: [endOf(low), endOf(high)], of };
    } else if (/^scene\d*$/.test(name)) {
      const camera = words.map(Number);
      if (camera.length === 9 && camera.every(Number.isFinite)) cameras[name] = camera;
    }
  }
  return { axes, cameras, hidden };
}

function escaped(word: string): string {
  return word.replaceAll("%", "%25").replaceAll("*", "%2A").replaceAll("_", "%5F");
}

function unescaped(word: string): string {
  return word.replaceAll("%2A", "*").replaceAll("%5F", "_").replaceAll("%25", "%");
}

/** Dates are texts. */
function endOf(word: string): number | string {
  const value = Number(word);
  return Number.isFinite(value) ? value : word;
}

const viewKey = (figure: string) => `view.${figure}`;

export function readView(search: URLSearchParams, figure: string): string {
  return search.get(viewKey(figure)) ?? "";
}

export function writeView(search: URLSearchParams, figure: string, text: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (text) next.set(viewKey(figure), text);
  else next.delete(viewKey(figure));
  return next;
}

export interface FigureView {
  readonly text: string;
  readonly view: View;
  readonly set: (view: View) => void;
}

/** How a figure is looked at, kept in the URL of the page. */
export function useFigureView(figure: string): FigureView {
  const [search, setSearch] = useSearchParams();
  const text = readView(search, figure);
  const view = useMemo(() => (text ? parseView(text) : WHOLE), [text]);
  const set = useCallback(
    (next: View) =>
      setSearch((before) => writeView(before, figure, viewText(next)), {
        replace: true,
        preventScrollReset: true,
      }),
    [setSearch, figure],
  );
  return { text, view, set };
}
