// The socket of the news: loaded after the first screen, since nobody has to wait for it.

import { type Client, createLive, type Live } from "@fieldline/client";

export const connectLive = (client: Client, onSignedOut: () => void): Live => {
  const live = createLive({ whoAmI: client.whoAmI, onSignedOut });
  window.addEventListener("online", live.hurry);
  return live;
};
