// The heading of a page, which is also the browser's title; it takes the focus when the page is opened.

import { Title } from "@mantine/core";
import { useEffect, useRef } from "react";

export function PageTitle({ children, of }: { readonly children: string; readonly of?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const title = of === undefined ? children : `${children} – ${of}`;
  useEffect(() => {
    document.title = `${title} – Fieldline`;
  }, [title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Title order={1} ref={heading} tabIndex={-1} className="mo-title">
      {children}
    </Title>
  );
}
