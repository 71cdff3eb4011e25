package dev.penstock.stack.page;

import java.util.List;

/** What is set outside the programs' own configuration. A test looks for each name in the sources, so none can go stale. */
final class Variables {
    static final List<List<String>> LAUNCHER = List.of(
            List.of(
                    "`PENSTOCK_DATA`",
                    "`data` beside the script",
                    "Data folder of all commands of `./penstock`; `--data` wins over it."),
            List.of(
                    "`PENSTOCK_JDKS`",
                    "",
                    "Folders of JDKs, separated by colons, in place of `JAVA_HOME`, `PATH` and the usual places."),
            List.of("`JAVA_HOME`", "", "A JDK; used if no newer one is found. `./mvnw` uses this one only."));

    static final List<List<String>> CONTAINERS = List.of(
            List.of(
                    "`PENSTOCK_DB_PASSWORD`",
                    "must be given",
                    "`docker-compose.yml`: password of PostgreSQL's superuser and of the two roles. **Secret.**"),
            List.of("`JAVA_OPTIONS`", "", "`Dockerfile`: options for the program's JVM, such as `-Xmx1g`."));

    static final List<List<String>> BUILD = List.of(
            List.of(
                    "`PENSTOCK_APPROVE`",
                    "",
                    "`true`: the tests that compare a printed page or a fixture with the file write the file instead."),
            List.of(
                    "`PENSTOCK_WITHOUT_NODE`",
                    "",
                    "Set: the pages are built without their scripts, as where there is no Node."),
            List.of(
                    "`-Dpenstock.test.stack`",
                    "",
                    "`container` or `process`: where the tests' Kafka and PostgreSQL run; else containers if Docker answers."),
            List.of(
                    "`-Dpenstock.local-stack.target`",
                    "",
                    "Where the built `local-stack` is, when neither its own place nor the working directory leads to it."),
            List.of("`-Dpenstock.debug`", "false", "`true`: the launcher prints a stack trace with every complaint."));

    private Variables() {}
}
