package dev.penstock.projector.command.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the stack that runs on a data folder says in {@code stack.properties} of how to join it. The launcher, in local-stack, writes
 * that file; this module knows its form and not its classes.
 */
final class RunningStack {
    private static final String SETTING = "setting.";

    private RunningStack() {}

    /** Settings such as {@code penstock.kafka.bootstrap}; none if no stack runs there now. */
    static Map<String, String> settings(Path folder) {
        Path file = folder.resolve("stack.properties");
        Properties lines = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                lines.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("The file " + file + " cannot be read", e);
            }
        }
        Map<String, String> settings = new HashMap<>();
        if (runs(lines)) {
            lines.stringPropertyNames().stream()
                    .filter(name -> name.startsWith(SETTING))
                    .forEach(name -> settings.put(name.substring(SETTING.length()), lines.getProperty(name)));
        }
        return settings;
    }

    /** Whether its launcher is alive and no stranger who was given the same process id. */
    private static boolean runs(Properties lines) {
        Optional<ProcessHandle> launcher = ProcessHandle.of(Long.parseLong(lines.getProperty("launcher", "0")));
        return launcher.map(process ->
                        process.info().startInstant().map(Instant::toString).orElse(""))
                .filter(lines.getProperty("launcher.started", "")::equals)
                .isPresent();
    }
}
