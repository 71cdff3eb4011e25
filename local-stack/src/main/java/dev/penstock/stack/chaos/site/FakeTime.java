package dev.penstock.stack.chaos.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets a process see another wall clock, which can be set while it runs: Debian's {@code libfaketime}, if it is installed. The
 * monotonic clock stays as it is, as it does on a machine whose clock is set.
 */
final class FakeTime {
    private static final List<String> PLACES = List.of(
            "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
            "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
            "/usr/lib/faketime/libfaketimeMT.so.1");

    private final Path offset;

    FakeTime(Path offset) {
        this.offset = offset;
        set(0);
    }

    /** The library, where it is installed. */
    static Optional<String> library() {
        return PLACES.stream().filter(place -> Files.exists(Path.of(place))).findFirst();
    }

    /** A command line that runs under this clock; unchanged where the library is absent. */
    List<String> around(List<String> words) {
        if (library().isEmpty()) {
            return words;
        }
        List<String> all = new ArrayList<>(List.of(
                "env",
                "LD_PRELOAD=" + library().get(),
                "FAKETIME_TIMESTAMP_FILE=" + offset,
                "FAKETIME_CACHE_DURATION=1",
                "FAKETIME_DONT_FAKE_MONOTONIC=1",
                "DONT_FAKE_MONOTONIC=1",
                // With the fix every timed wait of a JVM returns at once: 100 % of a processor for nothing.
                "FAKETIME_FORCE_MONOTONIC_FIX=0"));
        all.addAll(words);
        return all;
    }

    /** Sets the clock so many seconds ahead of the machine's, or behind it. */
    void set(long seconds) {
        try {
            Path fresh = offset.resolveSibling(offset.getFileName() + ".new");
            Files.writeString(fresh, (seconds < 0 ? "" : "+") + seconds + "\n");
            Files.move(fresh, offset, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The clock of a worker cannot be set in " + offset, e);
        }
    }
}
