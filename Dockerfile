# The bot as an image: `docker compose up --detach`; the library lies in the volume /data.
FROM python:3.12-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY prompts prompts
RUN python -m venv /opt/whosaid && /opt/whosaid/bin/pip install --no-cache-dir '.[files]'

FROM python:3.12-slim
RUN useradd --system --uid 10001 --no-create-home --home-dir /data whosaid \
    && install --directory --owner whosaid --mode 700 /data
COPY --from=build /opt/whosaid /opt/whosaid
ENV PATH=/opt/whosaid/bin:$PATH PYTHONUNBUFFERED=1 WHOSAID_DB=/data/whosaid.db
USER whosaid
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
ENTRYPOINT ["whosaid"]
CMD ["run"]
