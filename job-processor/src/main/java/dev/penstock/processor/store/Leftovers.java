package dev.penstock.processor.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.jboss.logging.Logger;

/**
 * What a process that was killed has left in its folder of stores.
 *
 * <p>With exactly-once, none of it can be used: a store that was not closed may hold what was never committed. Kafka Streams finds
 * that out store by store, when the partitions are its own already and their jobs wait for it. So all of it goes before the process
 * joins: it then says truly that it has nothing, and gets partitions when its copies are warm.
 */
public final class Leftovers {
    private static final Logger LOG = Logger.getLogger(Leftovers.class);
    private static final Pattern TASK = Pattern.compile("\\d+_\\d+");

    private final Path folder;
    private final Path mark;

    /** Of the application's stores in the folder of all stores. */
    public Leftovers(Path stateDir, String application) {
        folder = stateDir.resolve(application);
        mark = stateDir.resolve(application + ".closed");
    }

    /** Deletes the stores unless they were {@linkplain #closed closed}. Only for who has the folder's lock. */
    public void sweep() {
        try {
            if (!Files.deleteIfExists(mark)) {
                List<Path> tasks = tasks();
                for (Path task : tasks) {
                    Utils.delete(task.toFile());
                }
                if (!tasks.isEmpty()) {
                    LOG.infof(
                            "%d stores were not closed by the process that had them; they are read back from the log",
                            tasks.size());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What a killed processor has left in " + folder + " cannot be deleted", e);
        }
    }

    /** All stores are closed: the next process goes on with them. */
    public void closed() {
        try {
            Files.writeString(mark, "The stores beside this file were closed properly.\n");
        } catch (IOException e) {
            LOG.warnf("Without %s the next start reads all stores back from the log: %s", mark, e);
        }
    }

    private List<Path> tasks() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(
                            path -> TASK.matcher(path.getFileName().toString()).matches())
                    .toList();
        }
    }
}
