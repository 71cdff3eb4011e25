package dev.penstock.ui.tongue;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Says in the reader's language what the sources say in English: {@code say("{1} of {2} done", done, all)}.
 *
 * <p>Which language that is depends on the request that is being answered, and no signature carries it: a sentence may be
 * made anywhere, and a parameter through all of {@code present} would be noise (docs/adr/0014). Where nobody reads, as in
 * timers, the API, the log and the audit, it is English.
 */
public final class Tongue {
    /** What it speaks with: the catalogues, and how to learn the language of the moment. */
    private record Voice(Map<Language, Catalogue> catalogues, Supplier<Language> reader) {}

    private static final Voice ENGLISH_ONLY = new Voice(Map.of(), () -> Language.ENGLISH);
    private static volatile Voice voice = ENGLISH_ONLY;
    private static final ThreadLocal<Language> SPEAKING = new ThreadLocal<>();

    private Tongue() {}

    /** Once, when the program starts. */
    public static void learn(Map<Language, Catalogue> catalogues, Supplier<Language> reader) {
        voice = new Voice(Map.copyOf(catalogues), reader);
    }

    /** The reader's. */
    public static Language language() {
        Language other = SPEAKING.get();
        return other == null ? voice.reader().get() : other;
    }

    /** In that language, whoever reads: for what is sent to several readers at once. */
    public static <T> T as(Language language, Supplier<T> sentence) {
        Language before = SPEAKING.get();
        SPEAKING.set(language);
        try {
            return sentence.get();
        } finally {
            if (before == null) {
                SPEAKING.remove();
            } else {
                SPEAKING.set(before);
            }
        }
    }

    /** The text with {@code {1}}, {@code {2}} filled in. */
    public static String say(String english, Object... parts) {
        return filled(in(language(), english), parts);
    }

    /** A text of its own for one: {@code counted(n, "{1} job", "{1} jobs")}; {@code {1}} is the number as it is written here. */
    public static String counted(long number, String one, String several, Object... parts) {
        Language language = language();
        String english = number == 1 ? one : several;
        Object[] all = Stream.concat(Stream.of(Numbers.whole(number)), Arrays.stream(parts))
                .toArray();
        String text = catalogue(language).text(one, number);
        return filled(language == Language.PSEUDO ? Pseudo.of(english) : text == null ? english : text, all);
    }

    /** Marks a text that is said later, as the words of an enum are. */
    public static String english(String english) {
        return english;
    }

    /** The text of that language, slots and all; English where it has none. */
    static String in(Language language, String english) {
        if (language == Language.PSEUDO) {
            return english.isEmpty() ? english : Pseudo.of(english);
        }
        String text = catalogue(language).text(english);
        return text == null ? english : text;
    }

    private static Catalogue catalogue(Language language) {
        return voice.catalogues().getOrDefault(language, Catalogue.EMPTY);
    }

    private static String filled(String text, Object... parts) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int slot = open + 2 < text.length() && text.charAt(open + 2) == '}' ? text.charAt(open + 1) - '1' : -1;
            boolean fits = slot >= 0 && slot < parts.length;
            out.append(text, at, open).append(fits ? String.valueOf(parts[slot]) : "{");
            at = fits ? open + 3 : open + 1;
        }
        return out.append(text, at, text.length()).toString();
    }
}
