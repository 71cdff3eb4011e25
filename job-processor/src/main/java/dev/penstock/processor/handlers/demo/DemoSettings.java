package dev.penstock.processor.handlers.demo;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the demo program runs.
 *
 * @param dataDir {@code penstock.data-dir}: its files lie in {@code demo} below it, where the demo's workers look too
 * @param smtpPort {@code penstock.demo.smtp-port}; 0: any free port
 * @param httpPort {@code penstock.demo.http-port}, of the webhook receiver and the marketplace; 0: any free port
 * @param seed {@code penstock.demo.seed}: of the files, the mix and the misbehaviour
 * @param perSecond {@code penstock.demo.per-second}: jobs a second on average; 0: bursts only
 * @param time {@code penstock.demo.for}: stop submitting after this time; null: never
 */
public record DemoSettings(
        Path dataDir,
        int smtpPort,
        int httpPort,
        long seed,
        double perSecond,
        @Nullable Duration time) {
    public static final double PER_SECOND = 5;

    /** Any free ports, the default rate, for ever. */
    public static DemoSettings in(Path dataDir) {
        return new DemoSettings(dataDir, 0, 0, 1, PER_SECOND, null);
    }
}
