package dev.penstock.projector.analyst.snapshot;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A snapshot of a partition, as its file is called: {@code 3-0-118200.fold}.
 *
 * @param beginning first record that the cluster had when it was made
 * @param next first record that is not in it
 */
record Kept(Path file, int partition, long beginning, long next) {
    private static final Pattern NAME = Pattern.compile("(\\d{1,6})-(\\d{1,18})-(\\d{1,18})\\.fold");

    static Kept in(Path folder, int partition, long beginning, long next) {
        return new Kept(folder.resolve(partition + "-" + beginning + "-" + next + ".fold"), partition, beginning, next);
    }

    /** Nothing if the file is none. */
    static Optional<Kept> of(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new Kept(
                        file,
                        Integer.parseInt(name.group(1)),
                        Long.parseLong(name.group(2)),
                        Long.parseLong(name.group(3))))
                : Optional.empty();
    }
}
