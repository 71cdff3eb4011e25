package dev.penstock.processor.simulate.measure;

/**
 * A number over time, as its mean in each of some equal pieces of a stretch. Steps may come in any order. Not thread-safe.
 */
public final class Curve {
    /** Pieces of a stretch. */
    public static final int PIECES = 120;

    private final Stretch stretch;
    private final double width;
    private final double[] partial = new double[PIECES];
    private final double[] full = new double[PIECES + 1];

    public Curve(Stretch stretch) {
        this.stretch = stretch;
        this.width = stretch.length() / (double) PIECES;
    }

    /** The number grows by {@code more} at {@code at}, microseconds since 1970, and stays so. */
    public void step(long at, double more) {
        if (at >= stretch.to()) {
            return;
        }
        double place = Math.max(0, at - stretch.from()) / width;
        int piece = Math.min(PIECES - 1, (int) place);
        partial[piece] += more * (piece + 1 - place);
        full[piece + 1] += more;
    }

    /** The number is {@code more} larger from one moment to another. */
    public void between(long from, long to, double more) {
        if (to > from) {
            step(from, more);
            step(to, -more);
        }
    }

    /** The mean of each piece, in their order. */
    public Series means() {
        double[] means = new double[PIECES];
        double level = 0;
        for (int i = 0; i < PIECES; i++) {
            level += full[i];
            means[i] = level + partial[i];
        }
        return Series.of(means);
    }
}
