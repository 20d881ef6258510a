/** Draws on a canvas what an element shows: shapes and texts of SVG and plain texts, with the colours and fonts that they have on screen. */

interface Clip {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The element's top left corner comes to (0, 0), a CSS pixel to a unit. Shapes: line, rect, circle, path, without transforms. */
export function paintFigure(ctx: CanvasRenderingContext2D, root: Element): void {
  const { left, top } = root.getBoundingClientRect();
  ctx.save();
  ctx.translate(-left, -top);
  paintAll(ctx, root, { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity });
  ctx.restore();
}

function paintAll(ctx: CanvasRenderingContext2D, parent: Element, clip: Clip): void {
  for (const node of parent.childNodes) {
    if (node instanceof Text) paintText(ctx, node, parent, clip);
    else if (node instanceof SVGGeometryElement) paintShape(ctx, node);
    else if (node instanceof Element) {
      const { overflow } = getComputedStyle(node);
      paintAll(ctx, node, node instanceof HTMLElement && overflow !== "visible" ? within(clip, node.getBoundingClientRect()) : clip);
    }
  }
}

const within = (a: Clip, b: Clip): Clip => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

function paintShape(ctx: CanvasRenderingContext2D, shape: SVGGeometryElement): void {
  const style = getComputedStyle(shape);
  const origin = shape.ownerSVGElement!.getBoundingClientRect();
  const path = pathOf(shape);
  ctx.save();
  ctx.translate(origin.left, origin.top);
  ctx.globalAlpha = Number(style.opacity);
  if (style.fill !== "none" && !(shape instanceof SVGLineElement)) {
    ctx.fillStyle = style.fill;
    ctx.fill(path);
  }
  if (style.stroke !== "none") {
    ctx.strokeStyle = style.stroke;
    ctx.lineWidth = Number.parseFloat(style.strokeWidth);
    ctx.setLineDash(style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[\s,]+/).map(Number.parseFloat));
    ctx.stroke(path);
  }
  ctx.restore();
}

function pathOf(shape: SVGGeometryElement): Path2D {
  if (shape instanceof SVGPathElement) return new Path2D(shape.getAttribute("d") ?? "");
  const path = new Path2D();
  const at = (name: string): number => Number(shape.getAttribute(name) ?? 0);
  if (shape instanceof SVGLineElement) {
    path.moveTo(at("x1"), at("y1"));
    path.lineTo(at("x2"), at("y2"));
  } else if (shape instanceof SVGCircleElement) path.arc(at("cx"), at("cy"), at("r"), 0, 2 * Math.PI);
  else path.rect(at("x"), at("y"), at("width"), at("height"));
  return path;
}

/** Word by word, because each stands where the layout has put it. */
function paintText(ctx: CanvasRenderingContext2D, node: Text, parent: Element, clip: Clip): void {
  const style = getComputedStyle(parent);
  const isSvg = parent instanceof SVGElement;
  ctx.save();
  ctx.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  ctx.textBaseline = "alphabetic";
  ctx.fillStyle = isSvg ? style.fill : style.color;
  ctx.lineJoin = "round";
  const halo = isSvg && style.stroke !== "none" ? Number.parseFloat(style.strokeWidth) : 0;
  ctx.strokeStyle = style.stroke;
  ctx.lineWidth = halo;
  const range = document.createRange();
  for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = range.getClientRects()[0];
    if (box === undefined || box.right > clip.right + 1 || box.bottom > clip.bottom + 1 || box.left < clip.left - 1 || box.top < clip.top - 1) continue;
    const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = ctx.measureText(word);
    const baseline = box.top + (box.height - ascent - descent) / 2 + ascent;
    if (halo > 0) ctx.strokeText(word, box.left, baseline);
    ctx.fillText(word, box.left, baseline);
  }
  ctx.restore();
}
