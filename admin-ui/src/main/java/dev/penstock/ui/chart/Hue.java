package dev.penstock.ui.chart;

import java.util.Locale;

/** The tones of the pages; {@code status.css} gives each its angle on the OKLCH circle. */
public enum Hue {
    BLUE,
    INDIGO,
    ORANGE,
    TEAL,
    VIOLET,
    AMBER,
    GREEN,
    RED,
    GREY;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The value of the {@code data-hue} attribute. */
    public String word() {
        return word;
    }
}
