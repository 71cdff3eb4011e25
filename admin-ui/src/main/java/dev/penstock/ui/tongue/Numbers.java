package dev.penstock.ui.tongue;

import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as the reader's language writes them. */
public final class Numbers {
    /** Groups of three stand apart by a narrow space that does not break, in every language: "18 204". */
    private static final char NARROW_SPACE = '\u202f';

    private Numbers() {}

    public static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', NARROW_SPACE);
    }

    /** "0.4", in German "0,4". */
    public static String decimal(String format, double number) {
        char point =
                DecimalFormatSymbols.getInstance(Tongue.language().locale()).getDecimalSeparator();
        return String.format(Locale.ROOT, format, number).replace('.', point);
    }
}
