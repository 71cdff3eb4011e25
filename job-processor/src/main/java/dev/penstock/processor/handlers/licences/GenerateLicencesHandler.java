package dev.penstock.processor.handlers.licences;

import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.file.Inside;
import dev.penstock.processor.handlers.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a file of licence keys, one a line, named by the job. A second run of the job finds the whole file and keeps it:
 * keys that somebody may have been given already are not replaced (S1.13).
 */
public final class GenerateLicencesHandler implements JobHandler<GenerateLicences> {
    private static final int MOST = 10_000;
    private static final int PROGRESS_EVERY = 100;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public GenerateLicencesHandler(Path folder) {
        this.folder = folder;
    }

    /** What the job leaves behind; the keys themselves stay in the file. */
    public record Generated(String file, int count) {}

    @Override
    public Generated run(GenerateLicences order, JobContext context) throws IOException {
        check(order);
        Path file = Inside.of(folder, context.idempotencyKey() + ".keys");
        if (Files.exists(file)) {
            verify(file, order);
            context.log(LogLine.Level.INFO, "An earlier run wrote " + file.getFileName() + "; kept");
        } else {
            Set<String> keys = keys(order, context);
            WholeFile.write(file, String.join("\n", keys) + "\n");
            context.log(LogLine.Level.INFO, "Wrote " + keys.size() + " keys to " + file.getFileName());
        }
        return new Generated(file.getFileName().toString(), order.count());
    }

    private static void check(GenerateLicences order) {
        if (!order.product().matches("[A-Z]{2,8}")) {
            throw new PermanentFailure(
                    "A product code is two to eight capital letters, such as SOUND, not \"" + order.product() + "\".");
        }
        if (order.count() < 1 || order.count() > MOST) {
            throw new PermanentFailure(
                    "One job makes 1 to " + MOST + " keys, not " + order.count() + ": submit several jobs.");
        }
    }

    private Set<String> keys(GenerateLicences order, JobContext context) {
        Set<String> keys = new LinkedHashSet<>();
        while (keys.size() < order.count()) {
            keys.add(LicenceKey.random(order.product(), random).text());
            if (keys.size() % PROGRESS_EVERY == 0) {
                context.progress(keys.size(), order.count(), "keys made");
            }
        }
        return keys;
    }

    private static void verify(Path file, GenerateLicences order) throws IOException {
        List<String> keys = Files.readAllLines(file);
        long good = keys.stream()
                .distinct()
                .filter(key -> new LicenceKey(key).isValid())
                .count();
        if (good != order.count()) {
            throw new PermanentFailure(file + " holds " + good + " good keys of " + keys.size() + " where "
                    + order.count() + " were ordered: it was changed by hand. Move it away, then retry the job.");
        }
    }
}
