import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { Option } from "../api/types";

export type OptionValue = string | number | boolean;

/** The options of a figure that the URL names: `history.log=true` is `log` of `history`. */
export function readOptions(search: URLSearchParams, figure: string): Record<string, string> {
  const prefix = `${figure}.`;
  const named = [...search].filter(([key]) => key.startsWith(prefix));
  return Object.fromEntries(named.map(([key, value]) => [key.slice(prefix.length), value]));
}

/** The URL with this option; what the figure does by itself is left out. */
export function writeOption(
  search: URLSearchParams,
  figure: string,
  option: Option,
  value: OptionValue,
): URLSearchParams {
  const next = new URLSearchParams(search);
  const key = `${figure}.${option.name}`;
  if (value === option.default) next.delete(key);
  else next.set(key, String(value));
  return next;
}

export function clearOptions(search: URLSearchParams, figure: string): URLSearchParams {
  return new URLSearchParams([...search].filter(([key]) => !key.startsWith(`${figure}.`)));
}

/** The values of all options as the controls have them, read from the text in the URL. */
export function parseOptions(
  options: readonly Option[],
  texts: Readonly<Record<string, string>>,
): Record<string, OptionValue> {
  return Object.fromEntries(options.map((option) => [option.name, parseOption(option, texts)]));
}

function parseOption(option: Option, texts: Readonly<Record<string, string>>): OptionValue {
  const text = texts[option.name];
  if (text === undefined) return option.default;
  if (option.type === "toggle") return text === "true";
  return option.type === "slider" ? Number(text) : text;
}

/** What the controls of a figure show in one line when they are folded away. */
export function describeOptions(
  options: readonly Option[],
  values: Readonly<Record<string, OptionValue>>,
): string {
  const parts = options.map((option) =>
    describeOption(option, values[option.name] ?? option.default),
  );
  return parts.filter((part) => part !== "").join(" · ");
}

function describeOption(option: Option, value: OptionValue): string {
  if (option.type === "toggle") return value ? option.label : "";
  if (option.type === "slider") return `${option.label} ${value}`;
  if (option.type === "number") return `${option.label}: ${value === "" ? "automatic" : value}`;
  if (option.type === "multiselect") {
    return `${option.label} (${splitChoices(String(value)).length})`;
  }
  const chosen = option.choices.find((choice) => choice.value === value);
  return `${option.label}: ${chosen?.label ?? value}`;
}

/** Several choices as one text, and back: with commas between, `,` and `%` in one escaped. */
export function joinChoices(values: readonly string[]): string {
  return values.map((value) => value.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",");
}

export function splitChoices(text: string): string[] {
  const parts = text === "" ? [] : text.split(",");
  return parts.map((part) => part.replaceAll("%2C", ",").replaceAll("%25", "%"));
}

/** The order of the axes, where a figure has such an option, after a hand has moved them. */
export function reordered(
  options: readonly Option[],
  values: Readonly<Record<string, OptionValue>>,
  places: readonly number[],
): [axes: Option, value: OptionValue] | null {
  const axes = options.find(({ name }) => name === "axes");
  if (!axes) return null;
  const chosen = splitChoices(String(values.axes ?? axes.default));
  return [axes, joinChoices(places.flatMap((place) => chosen[place] ?? []))];
}

export interface FigureOptions {
  readonly values: Readonly<Record<string, string>>;
  readonly set: (option: Option, value: OptionValue) => void;
  readonly clear: () => void;
}

/** The options of a figure, kept in the URL of the page. */
export function useFigureOptions(figure: string): FigureOptions {
  const [search, setSearch] = useSearchParams();
  // Equal options keep their identity while other parts of the URL change.
  const text = JSON.stringify(readOptions(search, figure));
  const values = useMemo(() => JSON.parse(text) as Record<string, string>, [text]);
  const set = useCallback(
    (option: Option, value: OptionValue) =>
      setSearch((before) => writeOption(before, figure, option, value), {
        replace: true,
        preventScrollReset: true,
      }),
    [setSearch, figure],
  );
  const clear = useCallback(
    () =>
      setSearch((before) => clearOptions(before, figure), {
        replace: true,
        preventScrollReset: true,
      }),
    [setSearch, figure],
  );
  return { values, set, clear };
}
