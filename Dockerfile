# One Fieldline server, for an external PostgreSQL. Building it needs the Node image and the npm registry, nothing else;
# no secret is in it: keys and passwords come from the environment when it starts.

FROM node:24-bookworm-slim AS build
WORKDIR /fieldline
COPY . .
RUN npm ci \
  && npm run generate \
  && npm run build \
  && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
WORKDIR /fieldline
# Owned by root: the server writes nothing here, and so cannot be changed from within.
COPY --from=build /fieldline ./
USER node
EXPOSE 8080
# Node is the process that gets the signals, so that leaving finishes what runs.
CMD ["node", "--disable-warning=DeprecationWarning", "apps/server/src/main.ts"]
