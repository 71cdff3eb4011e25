package dev.penstock.processor.handlers.licences;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * A licence key: product code, four groups of five random characters (100 bits), and a check character, such as
 * {@code SOUND-7KQ2M-XW4PA-09FGT-ZRB3E-H}. The alphabet has no I, L, O or U, which people mistake for others; the check
 * character finds every single wrong one before it and every swap of two neighbours.
 *
 * @param text as people type it
 */
record LicenceKey(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String CHECK = ALPHABET + "*~$=!";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5;
    private static final Pattern FORM =
            Pattern.compile("[A-Z]{2,8}(-[" + ALPHABET + "]{5}){4}-[" + ALPHABET + "*~$=!]");

    static LicenceKey random(String product, SecureRandom random) {
        StringBuilder key = new StringBuilder(product);
        for (int group = 0; group < GROUPS; group++) {
            key.append('-');
            for (int i = 0; i < GROUP_LENGTH; i++) {
                key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return new LicenceKey(key + "-" + checkOf(key.toString()));
    }

    boolean isValid() {
        return FORM.matcher(text).matches()
                && text.charAt(text.length() - 1) == checkOf(text.substring(0, text.length() - 2));
    }

    /** A polynomial over the prime 37, which has one character for each remainder. */
    private static char checkOf(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '-') {
                sum = (sum * 2 + Character.digit(text.charAt(i), 36)) % CHECK.length();
            }
        }
        return CHECK.charAt(sum);
    }
}
