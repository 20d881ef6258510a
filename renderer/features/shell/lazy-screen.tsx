/** A screen of the rail that comes after the first picture, and what stands in its place until then. */
import { useEffect, useState } from "react";
import type { ComponentType } from "react";
import { Button } from "../../ui/button.tsx";
import { lazyPart } from "../../ui/lazy-part.tsx";
import type { LazyPart, MeanwhileProps } from "../../ui/lazy-part.tsx";
import "./lazy-screen.css";

/** Whatever comes sooner is no waiting. */
const BLINK_MS = 300;

/** `name` is the screen's, as the rail says it. */
export function lazyScreen(name: string, load: () => Promise<ComponentType>): LazyPart<object> {
  return lazyPart<object>(load, ({ failed, onRetry }: MeanwhileProps) => (failed ? <Missing name={name} onRetry={onRetry} /> : <Opening name={name} />));
}

function Opening({ name }: { readonly name: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), BLINK_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className="lazy-screen" role="status">
      <h2 className="page-title">Opening {name}</h2>
      <span className="skeleton lazy-screen-head" />
      <span className="skeleton lazy-screen-body" />
    </div>
  );
}

function Missing({ name, onRetry }: { readonly name: string; readonly onRetry: () => void }) {
  return (
    <div className="lazy-screen" role="alert">
      <h2 className="page-title">{name} could not be opened</h2>
      <p>A file of Lodestone could not be read. Scenarios and changes are safe, and Explore goes on working.</p>
      <p>Try again. Where that does not help, install Lodestone anew: scenarios stay.</p>
      <Button onPress={onRetry}>Try again</Button>
    </div>
  );
}
