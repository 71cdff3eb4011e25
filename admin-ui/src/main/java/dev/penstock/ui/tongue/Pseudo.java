package dev.penstock.ui.tongue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * English that looks foreign: accents on every letter, vowels twice (about 40 % more, as German has), brackets around each
 * text. What stands on a page without them did not go through the catalogue.
 */
final class Pseudo {
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String ACCENTED = "ÀƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽàƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýž";

    /** What is not text: slots, tags, entities. */
    private static final Pattern FIXED = Pattern.compile("\\\\?\\{[^}]*}|</?\\d+>|&#?\\w+;");

    private Pseudo() {}

    static String of(String english) {
        StringBuilder out = new StringBuilder("[");
        Matcher fixed = FIXED.matcher(english);
        int at = 0;
        while (fixed.find()) {
            accent(english.substring(at, fixed.start()), out);
            out.append(fixed.group());
            at = fixed.end();
        }
        accent(english.substring(at), out);
        return out.append(']').toString();
    }

    private static void accent(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            int place = PLAIN.indexOf(letter);
            char accented = place < 0 ? letter : ACCENTED.charAt(place);
            out.append(accented);
            if ("aeiou".indexOf(letter) >= 0) {
                out.append(accented);
            }
        }
    }
}
