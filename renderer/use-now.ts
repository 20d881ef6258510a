/** The time, renewed each minute: often enough for "14:02" to become "12 Nov". */
import { useEffect, useState } from "react";

const MINUTE_MS = 60_000;

export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
