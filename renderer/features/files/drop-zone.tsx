/** Scenario files dropped anywhere on the window are opened for import; while they are over it, it says so. */
import { Upload } from "lucide-react";
import { useEffect, useState } from "react";
import { usePlanner } from "../../state/planner.ts";
import "./drop-zone.css";

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;

export function DropZone() {
  const { files } = usePlanner();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault(); // or the window would open the file itself
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void files.openDropped([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [files]);
  if (!isOver) return null;
  return (
    <div className="drop-zone" role="status">
      <p>
        <Upload size={20} aria-hidden /> Drop to see what is in the files
      </p>
    </div>
  );
}
