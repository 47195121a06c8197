# docker build -t timeline . && docker run -p 127.0.0.1:8000:8000 -v timeline-data:/data timeline
# Articles mounted at /seeds are read at the start: -v "$PWD/seeds:/seeds:ro"
ARG PYTHON=3.13

FROM python:${PYTHON}-slim AS build
WORKDIR /src
# The engine is compiled; the image that runs needs no compiler.
RUN apt-get update -q && apt-get install -q -y --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*
COPY setup.py setup.cfg pyproject.toml README.md LICENSE ./
COPY timeline timeline
COPY web web
RUN python -m venv /app && /app/bin/pip install --no-cache-dir '.[all]'

FROM python:${PYTHON}-slim
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin timeline \
    && install -d -o timeline -g timeline /data
COPY --from=build /app /app
COPY docker/start.py /app/start.py
ENV PATH=/app/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    TIMELINE_DB=/data/timeline.db
USER timeline
WORKDIR /data
VOLUME /data
EXPOSE 8000
# An interrupt is heard from the first moment on; SIGTERM only by the server, not while /seeds is still being read.
STOPSIGNAL SIGINT
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["python", "/app/start.py"]
