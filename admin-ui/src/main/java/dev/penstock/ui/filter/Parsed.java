package dev.penstock.ui.filter;

/** What a text turned out to be. */
public sealed interface Parsed {
    /** A filter. */
    record Good(Filter filter) implements Parsed {}

    /**
     * Not one.
     *
     * @param position of the first wrong character, from 0
     * @param length of what is wrong, at least 1
     * @param sentence what is wrong and what to write instead
     */
    record Wrong(int position, int length, String sentence) implements Parsed {}
}
