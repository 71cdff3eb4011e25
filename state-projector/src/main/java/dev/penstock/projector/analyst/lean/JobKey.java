package dev.penstock.projector.analyst.lean;

/**
 * 128 bits that stand for a job's id, which is longer and of any length. Two of ten million ids have the same with a probability of
 * one in 10^24.
 *
 * @param high sorts first, unsigned
 * @param low sorts second, unsigned
 */
record JobKey(long high, long low) implements Comparable<JobKey> {
    // Odd numbers without a pattern: the golden ratio, and two of a generator's.
    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xD1342543DE82EF95L;
    private static final long THIRD = 0xFF51AFD7ED558CCDL;

    static JobKey of(String id) {
        long a = FIRST ^ id.length();
        long b = SECOND + id.length();
        for (int i = 0; i < id.length(); i++) {
            a = (a ^ id.charAt(i)) * FIRST;
            a ^= a >>> 29;
            b = (b + id.charAt(i)) * SECOND;
            b ^= b >>> 32;
        }
        return new JobKey(mixed(a), mixed(b));
    }

    private static long mixed(long bits) {
        long more = (bits ^ (bits >>> 33)) * THIRD;
        return more ^ (more >>> 33);
    }

    @Override
    public int compareTo(JobKey other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public int hashCode() {
        return (int) high;
    }
}
