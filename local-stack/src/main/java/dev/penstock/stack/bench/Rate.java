package dev.penstock.stack.bench;

/** Things a second. */
final class Rate {
    private Rate() {}

    static double of(long things, long nanos) {
        return things * 1e9 / nanos;
    }
}
