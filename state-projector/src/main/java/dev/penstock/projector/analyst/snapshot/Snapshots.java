package dev.penstock.projector.analyst.snapshot;

import dev.penstock.api.topic.Kafka;
import dev.penstock.projector.analyst.lean.FoldFile;
import dev.penstock.projector.analyst.lean.PartitionFold;
import dev.penstock.projector.analyst.source.OwnFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folds of single partitions in a folder, one folder below it for each log. Nothing depends on them: one that is broken is passed
 * over and removed, one that cannot be written is not written, and either is told as a caveat. Thread-safe.
 */
public final class Snapshots {
    /** So many bytes are kept of all logs together; what was used longest ago goes first. */
    public static final long BYTES = 1L << 30;

    /** What nobody has used for so long goes. */
    static final Duration UNUSED = Duration.ofDays(30);

    private static final Duration LEFT_BEHIND = Duration.ofDays(1);
    private static final String HALF = ".new";
    private static final Pattern UUIDS = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final @Nullable Path root;
    private final String log;
    private final Path folder;
    private final long bytes;
    private final List<String> caveats = new ArrayList<>();

    /**
     * Those of a log.
     *
     * @param root the folder; null: none are used and none are kept
     * @param bytes such as {@link #BYTES}
     */
    public static Snapshots of(Kafka kafka, @Nullable Path root, long bytes) {
        if (root == null) {
            return new Snapshots(null, "", "", bytes);
        }
        try {
            LogName name = LogName.of(kafka);
            return new Snapshots(root, name.toString(), name.topic(), bytes);
        } catch (IllegalStateException e) {
            Snapshots none = new Snapshots(null, "", "", bytes);
            none.caveat("Without snapshots: " + e.getMessage());
            return none;
        }
    }

    private Snapshots(@Nullable Path root, String log, String topic, long bytes) {
        this.root = root;
        this.log = log;
        this.folder = root == null ? Path.of("") : root.resolve(topic);
        this.bytes = bytes;
    }

    /** What went wrong with them, as sentences. */
    public synchronized List<String> caveats() {
        return List.copyOf(caveats);
    }

    /** The latest one that is not behind {@code to}. */
    Optional<PartitionFold> nearest(int partition, long beginning, long to) {
        List<Kept> candidates = kept().stream()
                .filter(kept -> kept.partition() == partition && kept.next() <= to)
                .sorted(Comparator.comparingLong(Kept::next).reversed())
                .toList();
        for (Kept kept : candidates) {
            Optional<PartitionFold> fold = read(kept, beginning);
            if (fold.isPresent()) {
                return fold;
            }
        }
        return Optional.empty();
    }

    /** Keeps the fold as it is now. */
    void keep(PartitionFold fold, long beginning) {
        if (root == null || fold.isEmpty()) {
            return;
        }
        Kept kept = Kept.in(folder, fold.partition(), beginning, fold.next());
        Path fresh = folder.resolve(UUID.randomUUID() + HALF);
        try {
            OwnFolder.make(folder);
            try (OutputStream out = Files.newOutputStream(fresh)) {
                FoldFile.write(fold, log, out);
            }
            Files.move(fresh, kept.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            remove(fresh);
            caveat("A snapshot could not be kept in " + folder + ": " + e.getMessage());
        }
    }

    /** All of this log's are worthless. */
    void forget(String why) {
        kept().forEach(kept -> remove(kept.file()));
        caveat(why + ". All snapshots of this log were removed, and it was read from its beginning.");
    }

    /** Removes what nobody uses, and what was used longest ago if there is too much. */
    void tidy(Instant now) {
        if (root == null || !Files.isDirectory(root)) {
            return;
        }
        List<Aged> files = aged(root);
        long all = files.stream().mapToLong(Aged::size).sum();
        for (Aged file : files) {
            Duration age = Duration.between(file.usedAt(), now);
            if (all > bytes || age.compareTo(isHalf(file.path()) ? LEFT_BEHIND : UNUSED) > 0) {
                remove(file.path());
                all -= file.size();
            }
        }
    }

    private record Aged(Path path, Instant usedAt, long size) {}

    /** Ours, those used longest ago first. */
    private List<Aged> aged(Path below) {
        List<Aged> files = new ArrayList<>();
        for (Path each : list(below).stream().flatMap(log -> list(log).stream()).toList()) {
            try {
                if (Kept.of(each).isPresent() || isHalf(each)) {
                    files.add(new Aged(each, Files.getLastModifiedTime(each).toInstant(), Files.size(each)));
                }
            } catch (IOException e) {
                // Another run has removed it.
            }
        }
        files.sort(Comparator.comparing(Aged::usedAt));
        return files;
    }

    /** One that {@link #keep} did not finish. The folder may be anybody's choice, so any other file in it is somebody else's. */
    private static boolean isHalf(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(HALF)
                && UUIDS.matcher(name.substring(0, name.length() - HALF.length()))
                        .matches();
    }

    private Optional<PartitionFold> read(Kept kept, long beginning) {
        try {
            if (kept.beginning() != beginning) {
                // The cluster has deleted a part of the log since: what it begins with now, nothing here does.
                remove(kept.file());
                return Optional.empty();
            }
            Optional<PartitionFold> fold = FoldFile.read(Files.readAllBytes(kept.file()), log, beginning)
                    .filter(read -> read.partition() == kept.partition() && read.next() == kept.next());
            Files.setLastModifiedTime(kept.file(), FileTime.from(Instant.now()));
            return fold;
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            remove(kept.file());
            caveat("The snapshot " + kept.file() + " was broken and is removed: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private List<Kept> kept() {
        return root == null
                ? List.of()
                : list(folder).stream().map(Kept::of).flatMap(Optional::stream).toList();
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It is looked at again the next time, and found out again.
        }
    }

    private synchronized void caveat(String sentence) {
        caveats.add(sentence);
    }
}
