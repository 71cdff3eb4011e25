package dev.penstock.api.mask;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Secrets in running text: what follows {@code password=} or {@code Authorization: Bearer}, and passwords in addresses. */
final class Texts {
    /** A full stop within a word is none: {@code token=a.B7xK} is no sentence. */
    private static final String WORD_END = "(?:[\\s,;)\\]}]|[.:!?](?:\\s|$)|$)";

    /** A short word of small letters is none: "Basic authentication failed". */
    private static final Pattern BEARER =
            Pattern.compile("(?i)(\\b(?:Bearer|Basic)\\s+)(?!(?-i:[a-z]{1,16}" + WORD_END + "))[\\w.~+/=-]{8,}");

    private static final Pattern ADDRESS = Pattern.compile("(://[^/\\s:@]*:)[^/\\s@]+(?=@)");

    /** How a sentence goes on after a name: "password: must have ten characters". Whoever chose one of these has no secret. */
    private static final String ORDINARY =
            "(?!(?:a|an|the|no|not|none|null|nil|true|false|yes|is|are|was|were|has|have|must|may|should"
                    + "|can|cannot|could|will|does|did|needs?|too|only|please|ok|missing|required|invalid|expired|expires|wrong|incorrect|unknown"
                    + "|empty|blank|weak|mismatch|rejected|refused|denied|revoked|changed|accepted|valid)" + WORD_END
                    + ")";

    /** In quotes, in quotes that are escaped themselves, or up to what ends a word; the end may have been cut off. */
    private static final String VALUE = "(?:\"(?:[^\"\\\\]++|\\\\.)*+\"?|\\\\+\"(?:(?!\\\\+\").)*+(?:\\\\+\")?"
            + "|'[^']*+'?|(?:(?:Bearer|Basic)\\s+)?" + ORDINARY + "[^\\s,;&\"'}\\])<>]++)";

    /** The first two in the words of PostgreSQL, and rather too much than too little. */
    static final List<String> SUSPICIONS = List.of("(?:bearer|basic)\\s", "://[^/\\s:@]*:[^/\\s]*@");

    /** Covers nothing. */
    static final Texts NOTHING = new Texts(List.of());

    private final List<Pattern> patterns;

    private Texts(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    static Texts named(List<MaskRule> rules) {
        String names =
                rules.stream().map(MaskRule::inText).flatMap(Optional::stream).collect(Collectors.joining("|"));
        return names.isEmpty()
                ? new Texts(List.of(BEARER, ADDRESS))
                : new Texts(List.of(
                        BEARER,
                        ADDRESS,
                        Pattern.compile("(?i)((?<![\\w.-])(?:" + names + ")\\\\*[\"']?\\s*[:=]\\s*)" + VALUE)));
    }

    String cover(String text) {
        String covered = text;
        for (Pattern pattern : patterns) {
            covered = pattern.matcher(covered).replaceAll(Texts::quoted);
        }
        return covered;
    }

    /** Quotes stay, so that JSON within a text stays JSON. */
    private static String quoted(MatchResult found) {
        String value = found.group().substring(found.group(1).length());
        int quotes = 0;
        while (quotes < value.length() && "\\\"'".indexOf(value.charAt(quotes)) >= 0) {
            quotes++;
        }
        String quote = value.substring(0, quotes);
        return Matcher.quoteReplacement(found.group(1) + quote + Masking.COVER + quote);
    }
}
