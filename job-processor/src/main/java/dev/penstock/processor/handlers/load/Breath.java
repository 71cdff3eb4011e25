package dev.penstock.processor.handlers.load;

import java.time.Duration;

/** The rhythm of the load: between half and one and a half times of its average, in a wave of two minutes. */
final class Breath {
    private static final double WAVE_SECONDS = 120;
    private static final Duration IDLE = Duration.ofMillis(100);

    private Breath() {}

    /**
     * How long to wait for the next job.
     *
     * @param perSecond on average; 0: there is no next one, wait a little for bursts
     * @param elapsed since the load began
     * @param luck 0 to 1
     */
    static Duration untilNext(double perSecond, Duration elapsed, double luck) {
        if (perSecond == 0) {
            return IDLE;
        }
        double wave = 1 + 0.5 * Math.sin(2 * Math.PI * elapsed.toMillis() / 1_000 / WAVE_SECONDS);
        double seconds = (0.67 + luck * 0.66) / (perSecond * wave);
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
