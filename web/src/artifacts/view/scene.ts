import {
  Color,
  DirectionalLight,
  DoubleSide,
  HemisphereLight,
  Mesh,
  MeshStandardMaterial,
  PerspectiveCamera,
  Scene,
  WebGLRenderer,
} from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import { type Scheme, SURFACES } from "../../theme/colors";
import { moveByKeys } from "./moveByKeys";
import type { Model } from "./readModel";

/** What is on screen. */
export interface Shown {
  readonly canvas: HTMLCanvasElement;
  paint(scheme: Scheme): void;
  /** To where the whole model is seen. */
  reset(): void;
  dispose(): void;
}

const ANGLE = 40;

/** Draws a model into a part of the page. Throws if the browser draws nothing of the kind. */
export function showModel(place: HTMLElement, { object, radius }: Model): Shown {
  const renderer = new WebGLRenderer({ antialias: true });
  const canvas = renderer.domElement;
  const material = new MeshStandardMaterial({ roughness: 0.8, side: DoubleSide });
  const scene = new Scene();
  const camera = new PerspectiveCamera(ANGLE, 1, radius / 100, radius * 100);
  const controls = new OrbitControls(camera, canvas);
  controls.minDistance = radius / 10;
  controls.maxDistance = radius * 20;
  scene.add(object, camera, new HemisphereLight(0xffffff, 0x777777, 2));
  // Comes along, so that what is looked at is never in the dark.
  const lamp = new DirectionalLight(0xffffff, 1.5);
  lamp.position.set(1, 1, 1);
  camera.add(lamp);
  object.traverse((part) => {
    if (part instanceof Mesh) part.material = material;
  });

  const draw = () => renderer.render(scene, camera);
  const reset = () => {
    const narrow = Math.min(1, camera.aspect);
    const distance = (1.1 * radius) / Math.sin((ANGLE * Math.PI) / 360) / narrow;
    controls.target.set(0, 0, 0);
    camera.position.set(1, 0.7, 1).setLength(distance);
    controls.update();
    draw();
  };
  const fill = () => {
    const { clientWidth, clientHeight } = place;
    if (clientWidth === 0 || clientHeight === 0) return;
    renderer.setPixelRatio(Math.min(2, window.devicePixelRatio));
    renderer.setSize(clientWidth, clientHeight);
    camera.aspect = clientWidth / clientHeight;
    camera.updateProjectionMatrix();
    draw();
  };
  const watcher = new ResizeObserver(fill);
  controls.addEventListener("change", draw);
  const stopKeys = moveByKeys(canvas, controls, reset);
  place.append(canvas);
  watcher.observe(place);
  fill();
  reset();

  return {
    canvas,
    reset,
    paint: (scheme) => {
      scene.background = new Color(SURFACES[scheme].sunken);
      material.color = new Color(SURFACES[scheme].muted);
      draw();
    },
    dispose: () => {
      watcher.disconnect();
      stopKeys();
      controls.dispose();
      material.dispose();
      renderer.dispose();
      // A page may have few of them.
      renderer.forceContextLoss();
      canvas.remove();
    },
  };
}
