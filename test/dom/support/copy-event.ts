/** The clipboard of a test: what a copy by the person's key or pointer press puts there. */

export function stubCopyEvent(): readonly string[] {
  const written: string[] = [];
  document.execCommand = () => {
    const event = Object.assign(new Event("copy"), { clipboardData: { setData: (_kind: string, text: string) => written.push(text) } });
    return document.dispatchEvent(event) || true;
  };
  return written;
}

export function refuseCopyEvent(): void {
  document.execCommand = () => false;
}
