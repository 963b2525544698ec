// The frame of every page: sign-in first, then the bar on top and the page under it.

import { Outlet } from "@tanstack/react-router";
import { SessionGate } from "../session/SessionGate.tsx";
import { TopBar } from "./TopBar.tsx";

export function Frame() {
  return (
    <SessionGate>
      <TopBar links />
      <Outlet />
    </SessionGate>
  );
}
