package dev.penstock.stack.program;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The programs Penstock is made of. Processor, worker and the demo's load are the same jar in different roles. */
public enum Program {
    PROCESSOR("job-processor", "processor", 18_081, 320),
    WORKER("job-processor", "worker", 18_082, 128),
    DEMO_LOAD("job-processor", "demo", 18_084, 96),
    PROJECTOR("state-projector", "", 18_083, 192),
    UI("admin-ui", "", 8_080, 192);

    /** Settings that hold secrets of one program only, by the beginnings of their names; the UI's are those of its database and its tokens. */
    private static final Map<Program, String> DATABASES =
            Map.of(PROJECTOR, "penstock.read-db.", UI, "penstock.ui", WORKER, "penstock.demo.database.");

    private final String module;
    private final String role;
    private final int preferredPort;
    private final int heapMegabytes;

    Program(String module, String role, int preferredPort, int heapMegabytes) {
        this.module = module;
        this.role = role;
        this.preferredPort = preferredPort;
        this.heapMegabytes = heapMegabytes;
    }

    /** As people type it: {@code processor}, {@code demo-load}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Port of its HTTP endpoint (health, metrics, pages) unless another is asked for. */
    public int preferredPort() {
        return preferredPort;
    }

    /** Heap that is enough for a demo on one machine. */
    public int heapMegabytes() {
        return heapMegabytes;
    }

    /**
     * Its jar.
     *
     * @param in where it was built
     * @throws IllegalStateException with the command that builds it
     */
    public Path jar(Installation in) {
        Path jar = in.top().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("The program '" + word() + "' is not built (" + jar
                    + " is missing). Build it with: ./mvnw -pl " + module + " -am -DskipTests package");
        }
        return jar;
    }

    /** Whether a setting is its business: no program learns another's database password. */
    boolean mayKnow(String setting) {
        return DATABASES.entrySet().stream()
                .noneMatch(entry -> entry.getKey() != this && setting.startsWith(entry.getValue()));
    }

    /** Beginnings of the environment variables that are not its business. */
    List<String> withheld() {
        return DATABASES.entrySet().stream()
                .filter(entry -> entry.getKey() != this)
                .map(entry -> entry.getValue().replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
                .toList();
    }

    /** Options of its JVM. */
    List<String> jvm(int heap) {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx" + heap + "m",
                "-Xms32m",
                "-XX:+UseSerialGC",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                // What the jar's manifest opens; only 'java -jar' reads it there, and the leash needs '-cp'.
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                "-Djava.awt.headless=true"));
        if (this == PROCESSOR) {
            // Records are short-lived: fewer, equally cheap collections.
            options.add("-Xmn" + heap * 2 / 5 + "m");
        }
        if (!role.isEmpty()) {
            options.add("-Dpenstock.role=" + role);
        }
        return options;
    }
}
