package dev.penstock.stack.page;

import java.util.LinkedHashMap;
import java.util.Map;

/** The words of {@code docs/configuration.md} between its tables. */
final class Prose {
    static final String HEAD = """
            # Configuration

            Every setting of every program. This page is printed from the sources by `ConfigurationPageTest`, which fails when it is
            stale (`PENSTOCK_APPROVE=true` writes it).

            A setting of a program can be given, each stronger than the one before,

            1. by its default,
            2. in a properties file: `./penstock processor --config my.properties`; where a program is started without `./penstock`,
               `SMALLRYE_CONFIG_LOCATIONS=my.properties`, with the line `config_ordinal=275` in the file,
            3. as an environment variable,
            4. as a system property of the program's JVM (`-Dname=value`).

            One file may serve all programs: each passes over what is meant for the others. In a stack (`./penstock demo`, `up`) the
            launcher writes the addresses, ports and passwords, which belong together, and its word is stronger than the
            environment; everything else can be set by environment variables there too.

            Forms: a *time* is `500ms`, `30s`, `5m`, `2h`, `7d` or ISO-8601 (`PT5M`); a *list* is separated by commas; a *file* may be a
            folder and is seen from the program's working directory. What is marked **Secret** is best kept in a file that only its
            owner can read (`chmod 600`), or in the environment: never on a command line, which everybody on the machine can read.
            """;

    static final String QUARKUS = """
            The programs are built on Quarkus, and its own settings work too, as environment variables as well (`QUARKUS_HTTP_PORT`).
            Those that people need:
            """;

    static final String LAUNCHER = """
            ## `./penstock`: the launcher

            `./penstock COMMAND --help` says the same. Broker and PostgreSQL are set by these options only. Those of `./penstock log`
            stand in [log-commands.md](log-commands.md).
            """;

    static final String LIBRARY = """
            ## `JobClient` and `JobWorker` in your own program

            They read no file and no environment; their builders say all. Properties of the Kafka clients (security, time-outs) are
            given to `Kafka`.
            """;

    static final String TYPES = """
            ### `@JobType`

            What a payload record declares about its job type. Time-out, attempts and back-off can be changed later, on the page
            Settings of the admin UI, and hold from the next attempt on.
            """;

    static final Map<String, String> QUARKUS_SETTINGS = quarkus();

    private Prose() {}

    private static Map<String, String> quarkus() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "quarkus.http.host",
                "Address on which health, metrics and pages are served. The admin UI refuses any but those of this machine, unless `penstock.ui.tls-in-front` is set.");
        settings.put("quarkus.http.port", "Port of the same. `./penstock` takes the next free one when it is in use.");
        settings.put("quarkus.log.level", "`ERROR`, `WARN`, `INFO`, `DEBUG`.");
        settings.put(
                "quarkus.log.category.\"org.apache.kafka\".level", "The same for one part, such as Kafka's clients.");
        settings.put("quarkus.otel.sdk.disabled", "`false` turns traces on.");
        settings.put("quarkus.otel.exporter.otlp.endpoint", "Where traces go, such as `http://collector:4317`.");
        return settings;
    }
}
