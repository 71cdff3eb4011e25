package dev.penstock.stack.assembly;

import dev.penstock.stack.process.ChildProcess;
import dev.penstock.stack.process.OwnerOnly;
import dev.penstock.stack.process.Supervised;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What runs on a data folder, written by the stack for the other commands ({@code status}, {@code down}, a worker started beside).
 *
 * @param launcherPid the process that started everything and stops everything
 * @param ready whether all programs have come up
 * @param settings what a further program needs to join: broker, topics, folder, databases
 * @param processes process ids by name, in order of starting
 * @param ports HTTP ports by name of program
 */
public record StackFile(
        long launcherPid,
        boolean ready,
        Map<String, String> settings,
        Map<String, Long> processes,
        Map<String, Integer> ports) {
    private static final String SETTING = "setting.";
    private static final String PROCESS = "process.";
    private static final String PORT = "port.";
    private static final String ORDER = "order";
    private static final String STARTED = "launcher.started";

    /** The file of a stack that is running now; nothing if none is. */
    public static Optional<StackFile> read(DataFolder folder) {
        Properties properties = new Properties();
        try {
            if (!Files.exists(folder.stackFile())) {
                return Optional.empty();
            }
            try (var in = Files.newBufferedReader(folder.stackFile())) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + folder.stackFile() + " cannot be read", e);
        }
        StackFile file = new StackFile(
                Long.parseLong(properties.getProperty("launcher", "0")),
                Boolean.parseBoolean(properties.getProperty("ready")),
                below(properties, SETTING),
                processes(properties),
                numbers(below(properties, PORT)).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().intValue())));
        String started = properties.getProperty(STARTED, "");
        return ProcessHandle.of(file.launcherPid)
                .filter(process -> started(process).equals(started))
                .map(same -> file);
    }

    /** When a process began: process ids come again, and 'down' must not end a stranger. */
    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    static void write(
            DataFolder folder,
            boolean ready,
            Map<String, String> settings,
            List<Supervised> running,
            Map<String, Integer> ports) {
        Properties properties = new Properties();
        List<String> order = new ArrayList<>();
        properties.setProperty("launcher", Long.toString(ProcessHandle.current().pid()));
        properties.setProperty(STARTED, started(ProcessHandle.current()));
        properties.setProperty("ready", Boolean.toString(ready));
        settings.forEach((name, value) -> properties.setProperty(SETTING + name, value));
        ports.forEach((name, port) -> properties.setProperty(PORT + name, Integer.toString(port)));
        for (Supervised supervised : running) {
            for (ChildProcess process : supervised.processes()) {
                order.add(process.name());
                properties.setProperty(PROCESS + process.name(), Long.toString(process.pid()));
            }
        }
        properties.setProperty(ORDER, String.join(",", order));
        StringWriter text = new StringWriter();
        try {
            properties.store(text, "What runs on this folder; written by the running stack.");
            OwnerOnly.write(folder.stackFile(), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + folder.stackFile() + " cannot be written", e);
        }
    }

    static void remove(DataFolder folder) {
        try {
            Files.deleteIfExists(folder.stackFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> below(Properties properties, String prefix) {
        Map<String, String> values = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                values.put(name.substring(prefix.length()), properties.getProperty(name));
            }
        }
        return values;
    }

    private static Map<String, Long> processes(Properties properties) {
        Map<String, Long> processes = new LinkedHashMap<>();
        for (String name : properties.getProperty(ORDER, "").split(",", -1)) {
            String pid = properties.getProperty(PROCESS + name);
            if (pid != null) {
                processes.put(name, Long.parseLong(pid));
            }
        }
        return processes;
    }

    private static Map<String, Long> numbers(Map<String, String> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Long.parseLong(entry.getValue())));
    }
}
