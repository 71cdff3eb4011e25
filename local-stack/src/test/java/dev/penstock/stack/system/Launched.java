package dev.penstock.stack.system;

import dev.penstock.stack.process.Await;
import dev.penstock.stack.process.Build;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command of {@code ./penstock} in a process of its own, once the script has found a JDK: its output goes to a file. */
final class Launched implements AutoCloseable {
    private final Process process;
    private final Path output;
    private final String name;

    private Launched(String name, Process process, Path output) {
        this.name = name;
        this.process = process;
        this.output = output;
    }

    static Launched start(Path folder, Map<String, String> environment, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        Path api = Build.top().resolve("job-api/target/classes");
        command.add(String.join(File.pathSeparator, Build.classPath()) + File.pathSeparator + api);
        command.add("dev.penstock.stack.launcher.Main");
        command.addAll(List.of(words));
        Path output = Files.createTempFile(folder, words[0], ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new Launched(words[0], builder.redirectOutput(output.toFile()).start(), output);
    }

    boolean isCalled(String command) {
        return name.equals(command);
    }

    /** Until it has said this, or has ended. */
    boolean says(String text, Duration patience) {
        return Await.until(patience, () -> !process.isAlive() || said().contains(text)) && said().contains(text);
    }

    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The program that the command has started. */
    ProcessHandle child() {
        return process.children().findFirst().orElseThrow(() -> new AssertionError(said()));
    }

    /** Until it has ended by itself. */
    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** Ctrl-C. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
