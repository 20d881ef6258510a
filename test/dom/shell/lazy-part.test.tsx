import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { lazyScreen } from "../../../renderer/features/shell/lazy-screen.tsx";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const Atlas = () => <h2>Atlas of minerals</h2>;

describe("parts that come after the first picture", () => {
  it("P22: a screen that was fetched is there with the first render, and its code was asked for once", async () => {
    const load = vi.fn(async () => Atlas);
    const atlas = lazyScreen("Atlas", load);
    await Promise.all([atlas.fetch(), atlas.fetch()]);
    render(<atlas.Part />);
    expect(screen.queryByText("Atlas of minerals")).not.toBeNull();
    expect(load).toHaveBeenCalledOnce();
  });

  it("P23: a screen that is on its way shows nothing for 300 ms, then its name, then itself", async () => {
    vi.useFakeTimers();
    const arriving = Promise.withResolvers<typeof Atlas>();
    const atlas = lazyScreen("Atlas", () => arriving.promise);
    const { container } = render(<atlas.Part />);
    act(() => void vi.advanceTimersByTime(299));
    expect(container.textContent).toBe("");
    act(() => void vi.advanceTimersByTime(1));
    expect(screen.getByRole("status").textContent).toBe("Opening Atlas");
    await act(async () => arriving.resolve(Atlas));
    expect(container.textContent).toBe("Atlas of minerals");
  });

  it("P23: a screen whose code cannot be read says so, and comes when it is tried again", async () => {
    const load = vi.fn(async () => Atlas);
    load.mockRejectedValueOnce(new Error("no such file"));
    const atlas = lazyScreen("Atlas", load);
    await act(async () => void render(<atlas.Part />));
    expect(screen.getByRole("alert").textContent).toContain("Atlas could not be opened");
    await act(async () => void fireEvent.click(screen.getByRole("button", { name: "Try again" })));
    expect([screen.queryByRole("alert"), screen.queryByText("Atlas of minerals") !== null]).toEqual([null, true]);
  });
});
