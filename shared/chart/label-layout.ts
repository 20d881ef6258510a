/** Vertical places of end labels: as near to their lines as they can be without touching each other or leaving the plot. */

export interface LabelBox {
  /** Where the label would stand best: the end of its line. */
  readonly anchor: number;
  readonly height: number;
}

/** A line of text is four fifths of its line height. */
const CLOSEST = 0.8;

/** Neighbouring labels that touch and therefore move as one; `shift` is where their stack would begin. */
interface Block {
  shift: number;
  readonly members: number[];
}

/**
 * Centre of each label, in the order given: least total squared distance from the anchors without overlap (pool adjacent violators), clamped to
 * `top` … `bottom`. If all together are higher than the room they stand closer, down to `CLOSEST` of their height; more are stacked from the top.
 */
export function placeLabels(labels: readonly LabelBox[], top: number, bottom: number): readonly number[] {
  const closer = Math.max(CLOSEST, Math.min(1, (bottom - top) / labels.reduce((sum, { height }) => sum + height, 0)));
  const boxes = labels.map(({ anchor, height }) => ({ anchor, height: height * closer }));
  const order = boxes.map((_, index) => index).toSorted((a, b) => boxes[a]!.anchor - boxes[b]!.anchor || a - b);
  // Centre of each label when all are stacked from 0; what remains of an anchor is a shift, and shifts must not decrease.
  const stacked: number[] = [];
  let total = 0;
  for (const index of order) {
    stacked[index] = total + boxes[index]!.height / 2;
    total += boxes[index]!.height;
  }
  const blocks: Block[] = [];
  for (const index of order) {
    let block: Block = { shift: boxes[index]!.anchor - stacked[index]!, members: [index] };
    for (let last = blocks.at(-1); last && last.shift > block.shift; last = blocks.at(-1)) {
      blocks.pop();
      block = merge(last, block);
    }
    blocks.push(block);
  }
  const centres: number[] = Array.from({ length: boxes.length }, () => 0);
  for (const { shift, members } of blocks) {
    const clamped = Math.max(top, Math.min(shift, bottom - total));
    for (const index of members) centres[index] = stacked[index]! + clamped;
  }
  return centres;
}

function merge(a: Block, b: Block): Block {
  const count = a.members.length + b.members.length;
  return { shift: (a.shift * a.members.length + b.shift * b.members.length) / count, members: [...a.members, ...b.members] };
}
