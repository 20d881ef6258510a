/** The lodestone: a diamond of two poles. */
export function Brand() {
  return (
    <div className="brand">
      <svg width="26" height="26" viewBox="0 0 26 26" role="img" aria-label="Lodestone">
        <path d="M13 1 24 13H13z" className="brand-north-light" />
        <path d="M13 1 2 13h11z" className="brand-north" />
        <path d="M13 25 24 13H13z" className="brand-south-light" />
        <path d="M13 25 2 13h11z" className="brand-south" />
      </svg>
    </div>
  );
}
