// A signature drawn by pen, mouse or finger, kept as strokes: points with their hour, not a picture.
import { Eraser } from "lucide-react";
import { type PointerEvent, useRef, useState } from "react";
import { Button } from "./Button";
import styles from "./SignatureInk.module.css";

/** One point: x and y in thousandths of the box's width, and milliseconds since the first touch. */
export type InkPoint = { x: number; y: number; t: number };
export type InkStroke = InkPoint[];

export type SignatureInkProps = {
  label: string;
  value: InkStroke[];
  /** The strokes, and with what the last one was drawn: pen, touch or mouse. */
  onChange: (strokes: InkStroke[], pointer?: string) => void;
  isDisabled?: boolean;
  /** In another language than English. */
  words?: InkWords;
};

export type InkWords = { drawn: (strokes: number) => string; empty: string; wipe: string };

const ENGLISH: InkWords = {
  drawn: (strokes) => `drawn, ${strokes} strokes`,
  empty: "empty, draw here",
  wipe: "Wipe and draw again",
};

/** The box is drawn 1000 wide and this high. */
export const INK_HEIGHT = 320;

/** A stroke as an SVG path; a single touch is a dot. */
export function strokePath(stroke: InkStroke): string {
  const [start, ...rest] = stroke;
  if (!start) return "";
  if (rest.length === 0) return `M${start.x} ${start.y}l0.1 0`;
  return `M${start.x} ${start.y}${rest.map((point) => `L${point.x} ${point.y}`).join("")}`;
}

export function SignatureInk({ label, value, onChange, isDisabled, words = ENGLISH }: SignatureInkProps) {
  const began = useRef<number | null>(null);
  const [drawing, setDrawing] = useState<InkStroke | null>(null);
  const pointAt = (event: PointerEvent<SVGSVGElement>): InkPoint => {
    const box = event.currentTarget.getBoundingClientRect();
    began.current ??= event.timeStamp;
    const scale = 1000 / (box.width || 1000);
    const inside = (at: number, most: number) => Math.round(Math.min(Math.max(at * scale, 0), most));
    return {
      x: inside(event.clientX - box.left, 1000),
      y: inside(event.clientY - box.top, INK_HEIGHT),
      t: Math.round(event.timeStamp - began.current),
    };
  };
  const end = (event: PointerEvent<SVGSVGElement>) => {
    if (drawing) onChange([...value, drawing], event.pointerType);
    setDrawing(null);
  };
  return (
    <div className={styles.ink}>
      <svg
        className={styles.pad}
        viewBox={`0 0 1000 ${INK_HEIGHT}`}
        role="img"
        aria-label={`${label}: ${value.length > 0 ? words.drawn(value.length) : words.empty}`}
        data-signature
        onPointerDown={(event) => {
          if (isDisabled) return;
          event.currentTarget.setPointerCapture?.(event.pointerId);
          setDrawing([pointAt(event)]);
        }}
        onPointerMove={(event) => drawing && setDrawing([...drawing, pointAt(event)])}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <path className={styles.line} d={`M60 ${INK_HEIGHT - 70}H940`} />
        <text className={styles.cross} x={70} y={INK_HEIGHT - 88}>
          ×
        </text>
        {[...value, ...(drawing ? [drawing] : [])].map((stroke, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: strokes are only added, or all wiped.
          <path key={index} className={styles.stroke} d={strokePath(stroke)} />
        ))}
      </svg>
      <div className={styles.foot}>
        <span>{label}</span>
        <Button
          variant="quiet"
          icon={Eraser}
          isDisabled={isDisabled || value.length === 0}
          onPress={() => {
            began.current = null;
            onChange([]);
          }}
        >
          {words.wipe}
        </Button>
      </div>
    </div>
  );
}
