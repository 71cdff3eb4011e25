package dev.penstock.stack.chaos.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What all workers have written into their books of runs. */
public final class Runs {
    private final Map<Run, Integer> begins = new HashMap<>();
    private final Set<String> jobs = new HashSet<>();

    /** An attempt under a lease, as a handler ran it. */
    public record Run(String job, long round, long attempt, long lease) {}

    private Runs() {}

    /** Reads the books. */
    public static Runs read(List<Path> books) {
        Runs runs = new Runs();
        for (Path book : books) {
            if (Files.exists(book)) {
                runs.add(book);
            }
        }
        return runs;
    }

    private void add(Path book) {
        try (Stream<String> lines = Files.lines(book)) {
            lines.map(line -> line.split(" ", -1)).forEach(words -> {
                if (words.length > 4 && words[0].equals("begin")) {
                    begins.merge(run(words), 1, Integer::sum);
                    jobs.add(words[1]);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The book of runs " + book + " cannot be read", e);
        }
    }

    private static Run run(String[] words) {
        return new Run(words[1], Long.parseLong(words[2]), Long.parseLong(words[3]), Long.parseLong(words[4]));
    }

    /** Whether a handler began this attempt under this lease. */
    public boolean began(Run run) {
        return begins.containsKey(run);
    }

    /** Jobs that any handler has begun. */
    public Set<String> jobs() {
        return Set.copyOf(jobs);
    }

    /** Handler runs in all. */
    public long count() {
        return begins.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** Runs of an attempt under a lease beyond the first: what at-least-once costs. */
    public long reruns() {
        return count() - begins.size();
    }

    /** All attempts that were begun. */
    public List<Run> all() {
        return new ArrayList<>(begins.keySet());
    }
}
