import { type Camera, Spherical, Vector3 } from "three";

/** What a camera is moved around, and how near and far it may be. */
interface Orbit {
  readonly object: Camera;
  readonly target: Vector3;
  readonly minDistance: number;
  readonly maxDistance: number;
  update(): unknown;
}

const TURN = Math.PI / 24;
const STEP = 1.15;

/** How each key turns the model, to the side and upwards, and how much farther it makes it. */
const KEYS: Readonly<Record<string, readonly [number, number, number]>> = {
  ArrowLeft: [TURN, 0, 1],
  ArrowRight: [-TURN, 0, 1],
  ArrowUp: [0, TURN, 1],
  ArrowDown: [0, -TURN, 1],
  "+": [0, 0, 1 / STEP],
  "=": [0, 0, 1 / STEP],
  "-": [0, 0, STEP],
};

/** Lets keys do what a mouse does; what is returned ends it. */
export function moveByKeys(element: HTMLElement, orbit: Orbit, reset: () => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const move = KEYS[event.key];
    if (!move && event.key !== "0") return;
    event.preventDefault();
    if (move) turn(orbit, move);
    else reset();
  };
  element.addEventListener("keydown", onKey);
  return () => element.removeEventListener("keydown", onKey);
}

function turn(orbit: Orbit, [side, up, factor]: readonly [number, number, number]): void {
  const { object, target, minDistance, maxDistance } = orbit;
  const place = new Spherical().setFromVector3(new Vector3().subVectors(object.position, target));
  place.theta -= side;
  place.phi -= up;
  place.radius = Math.min(maxDistance, Math.max(minDistance, place.radius * factor));
  object.position.setFromSpherical(place.makeSafe()).add(target);
  orbit.update();
}
