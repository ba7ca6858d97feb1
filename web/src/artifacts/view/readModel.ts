import { Box3, type BufferGeometry, Group, Mesh, type Object3D, Vector3 } from "three";
import { OBJLoader } from "three/addons/loaders/OBJLoader.js";
import { STLLoader } from "three/addons/loaders/STLLoader.js";

export interface Model {
  /** Stands upright, its middle where the axes meet. */
  readonly object: Object3D;
  readonly radius: number;
  readonly triangles: number;
  /** Width, depth and height, in the units of the file. */
  readonly size: readonly [number, number, number];
}

/** Bytes before the number of triangles in a binary STL file, with it, and of each triangle. */
const STL_TITLE = 80;
const STL_START = 84;
const STL_TRIANGLE = 50;

/** A model from a file. Throws an `Error` that says what is wrong with it. */
export function readModel(bytes: Uint8Array<ArrayBuffer>, format: "stl" | "obj"): Model {
  const object = format === "stl" ? readStl(bytes) : readObj(bytes);
  const box = new Box3().setFromObject(object);
  const size = box.getSize(new Vector3());
  const radius = size.length() / 2;
  if (!Number.isFinite(radius) || radius <= 0) throw new Error("There is nothing to see in it.");
  const [width, depth, height] = [size.x, size.y, size.z];
  object.position.sub(box.getCenter(new Vector3()));
  const standing = new Group().add(object);
  // Printers have the height on the third axis, and so have their files.
  if (format === "stl") standing.rotation.x = -Math.PI / 2;
  return { object: standing, radius, triangles: trianglesIn(object), size: [width, depth, height] };
}

/** Lets go of what the graphics card has of it. */
export function disposeModel({ object }: Model): void {
  object.traverse((part) => (part as Partial<Mesh>).geometry?.dispose());
}

function readStl(bytes: Uint8Array<ArrayBuffer>): Mesh {
  const isText = new TextDecoder().decode(bytes.subarray(0, 9)).includes("solid");
  if (bytes.length < STL_START || (!isText && lengthOfStl(bytes) > bytes.length)) {
    throw new Error("It is not an STL file, or not all of one.");
  }
  const geometry = new STLLoader().parse(bytes.buffer);
  // Those in the file are often zero, and then nothing has light.
  geometry.computeVertexNormals();
  return new Mesh(geometry);
}

/** How long it claims to be: the loader makes room for as many triangles as anybody claims. */
function lengthOfStl({ buffer }: Uint8Array<ArrayBuffer>): number {
  return STL_START + STL_TRIANGLE * new DataView(buffer).getUint32(STL_TITLE, true);
}

function readObj(bytes: Uint8Array<ArrayBuffer>): Group {
  return new OBJLoader().parse(new TextDecoder().decode(bytes));
}

function trianglesIn(object: Object3D): number {
  let count = 0;
  object.traverse((part) => {
    if (part instanceof Mesh) count += cornersOf(part.geometry as BufferGeometry) / 3;
  });
  return count;
}

function cornersOf({ index, attributes }: BufferGeometry): number {
  return index?.count ?? attributes.position?.count ?? 0;
}
