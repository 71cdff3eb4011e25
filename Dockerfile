# syntax=docker/dockerfile:1
# All programs of Penstock in one image: docker run ... penstock processor | worker | projector | ui | demo
# Configuration by environment variables (PENSTOCK_KAFKA_BOOTSTRAP ...): docs/configuration.md.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -DskipTests package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home /data penstock && mkdir -p /data && chown penstock /data
WORKDIR /opt/penstock
COPY --from=build /src/job-processor/target/quarkus-app job-processor
COPY --from=build /src/state-projector/target/quarkus-app state-projector
COPY --from=build /src/admin-ui/target/quarkus-app admin-ui
COPY --chmod=755 <<'RUN' run
#!/bin/sh
# One program of the image, by name. JAVA_OPTIONS is passed to its JVM.
set -eu
case "${1:-}" in
  processor | worker | demo) module=job-processor role=-Dpenstock.role=$1 ;;
  projector) module=state-projector role= ;;
  ui) module=admin-ui role= ;;
  *) echo "penstock: say which program: processor, worker, projector, ui or demo" >&2; exit 2 ;;
esac
exec java --enable-native-access=ALL-UNNAMED -XX:+ExitOnOutOfMemoryError ${JAVA_OPTIONS:-} $role \
  -jar "/opt/penstock/$module/quarkus-run.jar"
RUN
USER penstock
VOLUME /data
ENV PENSTOCK_DATA_DIR=/data
ENTRYPOINT ["/opt/penstock/run"]
