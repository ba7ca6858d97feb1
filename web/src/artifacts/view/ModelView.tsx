import Button from "@mui/material/Button";
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { formatValue, plural } from "../../format/numbers";
import { useScheme } from "../../theme/useScheme";
import { useBeginning, type ViewProps } from "../useContent";
import { endingOf } from "./kinds";
import { disposeModel, type Model, readModel } from "./readModel";
import { type Shown, showModel } from "./scene";
import { ViewError, Waiting } from "./states";
import { Unshown } from "./Unshown";

/** Of more, a browser would not be able to draw a picture in time. */
const MOST_BYTES = 200_000_000;

/** A model that can be turned, by mouse and by keys. */
export default function ModelView(props: ViewProps): ReactNode {
  const { artifact } = props;
  const { data, error } = useBeginning(props, MOST_BYTES);
  const model = useMemo(() => {
    if (!data) return undefined;
    if (data.isCut) return new Error("It is too large.");
    const isObj = endingOf(artifact.filename) === "obj" || /obj$/i.test(artifact.mimetype);
    return read(data.bytes, isObj ? "obj" : "stl");
  }, [data, artifact]);
  if (error) return <ViewError error={error} />;
  if (!model) return <Waiting />;
  if (model instanceof Error) return <Unshown {...props} reason={model.message} />;
  return <Drawing {...props} model={model} />;
}

function read(...of: Parameters<typeof readModel>): Model | Error {
  try {
    return readModel(...of);
  } catch (error) {
    return error as Error;
  }
}

function Drawing({ model, ...props }: ViewProps & { readonly model: Model }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [isRefused, setRefused] = useState(false);
  const scheme = useScheme();
  const keys = useId();
  useEffect(() => {
    if (!place.current) return undefined;
    try {
      const made = showModel(place.current, model);
      setShown(made);
      return () => {
        made.dispose();
        disposeModel(model);
      };
    } catch {
      setRefused(true);
      return undefined;
    }
  }, [model]);
  const label = `${props.artifact.filename}: ${factsOf(model)}`;
  useEffect(() => {
    if (!shown) return;
    shown.canvas.tabIndex = 0;
    shown.canvas.setAttribute("role", "img");
    shown.canvas.setAttribute("aria-label", label);
    shown.canvas.setAttribute("aria-describedby", keys);
    shown.paint(scheme);
  }, [shown, label, keys, scheme]);
  if (isRefused) {
    return <Unshown {...props} reason="This browser draws nothing in three dimensions (WebGL)." />;
  }
  return (
    <>
      <div>{factsOf(model)}</div>
      <div
        ref={place}
        style={{ flex: 1, minHeight: 200, position: "relative", overflow: "hidden" }}
      />
      <div>
        <Button size="small" onClick={() => shown?.reset()}>
          Reset the view
        </Button>{" "}
        <span id={keys}>
          Drag to turn it, scroll to come nearer. Keys: arrows turn it, + and − change the distance,
          0 resets the view.
        </span>
      </div>
    </>
  );
}

function factsOf({ triangles, size }: Model): string {
  return `${plural(triangles, "triangle")}, ${size.map((length) => formatValue(length)).join(" × ")}`;
}
