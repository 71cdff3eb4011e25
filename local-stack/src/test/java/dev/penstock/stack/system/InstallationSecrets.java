package dev.penstock.stack.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every secret that an installation has made for itself, by a name for people, and where it must not be. */
final class InstallationSecrets {
    private final Map<String, String> secrets = new TreeMap<>();

    /** Those in a data folder: database passwords and keys. */
    InstallationSecrets(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("postgres"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".password")).toList()) {
                secrets.put(
                        file.getFileName().toString(), Files.readString(file).strip());
            }
        }
        Properties keys = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve("keys.properties"))) {
            keys.load(in);
        }
        keys.stringPropertyNames().stream()
                .filter(name -> keys.getProperty(name).length() > 20)
                .forEach(name -> secrets.put(name, keys.getProperty(name)));
    }

    Map<String, String> all() {
        return Map.copyOf(secrets);
    }

    String named(String name) {
        return secrets.get(name);
    }

    /** Sentences about log files below a folder that hold a secret. */
    List<String> inLogs(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".log")).toList()) {
                look(file, Files.readString(file, StandardCharsets.ISO_8859_1), found);
            }
        }
        return found;
    }

    /** Sentences about processes that show a secret to everybody on the machine. */
    List<String> inCommandLines(List<ProcessHandle> processes) {
        return in(processes, "cmdline");
    }

    /** Sentences about processes that were started with a secret in their environment. */
    List<String> inEnvironments(List<ProcessHandle> processes) {
        return in(processes, "environ");
    }

    /** Backends of PostgreSQL come and go meanwhile. */
    private List<String> in(List<ProcessHandle> processes, String file) {
        List<String> found = new ArrayList<>();
        int seen = 0;
        for (ProcessHandle process : processes) {
            try {
                look(process, proc(process, file), found);
                seen++;
            } catch (UncheckedIOException e) {
                // It is gone.
            }
        }
        if (seen < processes.size() / 2) {
            found.add("only " + seen + " of " + processes.size() + " processes could be looked at");
        }
        return found;
    }

    /** What a process was started with. */
    static String environment(ProcessHandle process) {
        return proc(process, "environ");
    }

    private void look(Object where, String text, List<String> found) {
        secrets.forEach((name, secret) -> {
            if (text.contains(secret)) {
                found.add(name + " stands in " + where);
            }
        });
    }

    private static String proc(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("Process " + process.pid() + " is gone", e);
        }
    }
}
