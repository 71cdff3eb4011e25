package dev.penstock.stack.chaos.upgrade;

import dev.penstock.api.topic.Kafka;
import dev.penstock.stack.history.LogReader;
import dev.penstock.stack.program.Installation;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** Format levels of stored state (failure scenario B14), seen from outside: in a version's jars, in the settings, in the stores. */
final class FormatLevels implements LevelWatch.Seen {
    private static final String RULE = "dev.penstock.processor.decide.setting.Levels";
    private static final String KEY = "format/state";

    private final Kafka kafka;
    private final Map<String, Object> client;

    FormatLevels(Kafka kafka) {
        this.kafka = kafka;
        this.client = Map.copyOf(kafka.client(Map.of()));
    }

    /** The highest level that a version reads and writes; empty if its jars do not say. */
    static OptionalInt latest(Installation programs) throws IOException {
        Path app = programs.top().resolve("job-processor/target/quarkus-app");
        List<URL> jars = new ArrayList<>();
        for (String folder : List.of("app", "lib/main")) {
            try (Stream<Path> files = Files.list(app.resolve(folder))) {
                for (Path jar : files.toList()) {
                    jars.add(jar.toUri().toURL());
                }
            }
        }
        try (URLClassLoader version =
                new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            return OptionalInt.of(version.loadClass(RULE).getField("LATEST").getInt(null));
        } catch (ReflectiveOperationException | LinkageError e) {
            return OptionalInt.empty();
        }
    }

    /** 1 until somebody has raised it. */
    @Override
    public int allowed() {
        AtomicInteger level = new AtomicInteger(1);
        try (LogReader reader = new LogReader(client)) {
            reader.read(List.of(kafka.topics().settings()), Map.of(), record -> {
                if (record.key().equals(KEY)) {
                    level.set(record.value().path("level").asInt(level.get()));
                }
            });
        }
        return level.get();
    }

    /** The first byte of each value in the stores' changelogs. */
    @Override
    public int stored() throws InterruptedException {
        AtomicInteger highest = new AtomicInteger();
        try (Admin admin = Admin.create(client);
                LogReader reader = new LogReader(client)) {
            List<String> changelogs = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.endsWith("-changelog"))
                    .toList();
            reader.readBytes(changelogs, Map.of(), record -> {
                if (record.value() != null && record.value().length > 0) {
                    highest.accumulateAndGet(record.value()[0], Math::max);
                }
            });
        } catch (ExecutionException e) {
            throw new IllegalStateException("The stores' changelogs cannot be listed", e);
        }
        return highest.get();
    }
}
