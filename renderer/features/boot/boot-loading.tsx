/** Shown only when starting takes longer than a blink. */
import { useEffect, useState } from "react";
import { Brand } from "../shell/brand.tsx";
import "./boot-error.css";

const BLINK_MS = 300;

export function BootLoading() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), BLINK_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <main className="boot">
      <div className="card boot-card">
        <Brand />
        <p role="status">Reading the dataset</p>
      </div>
    </main>
  );
}
