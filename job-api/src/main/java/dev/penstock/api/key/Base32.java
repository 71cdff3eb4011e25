package dev.penstock.api.key;

/** Crockford's alphabet, lower case: sorts like the numbers, and no two characters look alike. */
final class Base32 {
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int BITS = 5;

    private Base32() {}

    /** The lowest {@code length * 5} bits of {@code value}, most significant first. */
    static String of(long value, int length) {
        char[] text = new char[length];
        for (int i = length - 1, shift = 0; i >= 0; i--, shift += BITS) {
            text[i] = ALPHABET[(int) (value >>> shift) & 31];
        }
        return new String(text);
    }

    /** The first {@code length * 5} bits of {@code bytes}. */
    static String of(byte[] bytes, int length) {
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            int value = 0;
            for (int bit = i * BITS; bit < (i + 1) * BITS; bit++) {
                value = (value << 1) | ((bytes[bit >> 3] >> (7 - (bit & 7))) & 1);
            }
            text[i] = ALPHABET[value];
        }
        return new String(text);
    }
}
