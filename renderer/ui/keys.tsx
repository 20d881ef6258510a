/** Key names as small caps of a keyboard: Ctrl Shift Z. */
export function Keys({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <span className="keys">
      {names.map((name) => (
        <kbd className="kbd" key={name}>
          {name}
        </kbd>
      ))}
    </span>
  );
}
