package dev.penstock.ui.tongue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language of the pages. To add one, add it here and its catalogue beside the others: a test names every text it lacks. */
public enum Language {
    ENGLISH("en", "English", Locale.ENGLISH),
    GERMAN("de", "Deutsch", Locale.GERMAN),
    /** Made from English at run time: what stands on a page without accents and brackets is not translatable. */
    PSEUDO("en-XA", "Pseudo", Locale.ENGLISH);

    private final String tag;
    private final String title;
    private final Locale locale;

    Language(String tag, String title, Locale locale) {
        this.tag = tag;
        this.title = title;
        this.locale = locale;
    }

    /** BCP 47, for {@code <html lang>} and the reader's cookie. */
    public String tag() {
        return tag;
    }

    /** What it calls itself. */
    public String title() {
        return title;
    }

    /** By which numbers and dates are written. */
    public Locale locale() {
        return locale;
    }

    /** Whether its texts come from a file. */
    boolean hasCatalogue() {
        return this == GERMAN;
    }

    /** Those with a catalogue: whose texts must be complete. */
    public static List<Language> translated() {
        return Arrays.stream(values()).filter(Language::hasCatalogue).toList();
    }

    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equalsIgnoreCase(tag))
                .findFirst();
    }

    /** The first language of an Accept-Language header that the pages have; English if they have none of them. */
    public static Language accepted(String header) {
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(Locale.LanguageRange::getRange)
                    .flatMap(range -> of(range).or(() -> of(range.split("-", -1)[0])).stream())
                    .findFirst()
                    .orElse(ENGLISH);
        } catch (IllegalArgumentException e) {
            // No list of languages: a browser does not send such a thing, and whoever does can read English.
            return ENGLISH;
        }
    }
}
