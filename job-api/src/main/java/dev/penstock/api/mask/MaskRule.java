package dev.penstock.api.mask;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One rule: a field's name wherever it stands, or a path from the top.
 *
 * @param text as it was written
 * @param steps of the path, {@link #ITEM} for every item of a list; a name has one
 * @param rooted it begins at the top
 */
record MaskRule(String text, List<Pattern> steps, boolean rooted) {
    /** How an item of a list is called in a path, whichever it is. */
    static final String ITEM = "[*]";

    private static final Pattern PATH = Pattern.compile("\\$(\\.[^.\\[\\]$\\s]+(\\[\\*])*|(\\[\\*])+)+");
    private static final Pattern NAME = Pattern.compile("[^.\\[\\]$\\s]+");

    static MaskRule parse(String text) {
        String rule = text.strip();
        if (NAME.matcher(rule).matches()) {
            return new MaskRule(rule, List.of(glob(rule)), false);
        }
        if (!PATH.matcher(rule).matches()) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no rule of what to cover: write the name of a field, such as *token*, or a path from the top,"
                    + " such as $.card.number or $.cards[*].number");
        }
        return new MaskRule(
                rule,
                Stream.of(rule.substring(1).replace(ITEM, "." + ITEM).split("\\.", -1))
                        .filter(step -> !step.isEmpty())
                        .map(step -> step.equals(ITEM) ? Pattern.compile(Pattern.quote(ITEM)) : glob(step))
                        .toList(),
                true);
    }

    /** Whether it covers the field at the end of this path. */
    boolean covers(List<String> path) {
        if (!rooted) {
            return steps.getFirst().matcher(path.getLast()).matches();
        }
        if (steps.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!steps.get(i).matcher(path.get(i)).matches()) {
                return false;
            }
        }
        return true;
    }

    /** {@code *} is any characters, {@code ?} one or none. */
    private static Pattern glob(String text) {
        return Pattern.compile(expression(text, "."), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The same as a part of a longer expression, where {@code any} is what a name is made of. */
    private static String expression(String glob, String any) {
        return glob.chars()
                .mapToObj(c -> switch (c) {
                    case '*' -> any + "*";
                    case '?' -> any + "?";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining());
    }

    /** A name as an expression that finds it within a text; empty: it holds for a path only. */
    Optional<String> inText() {
        return rooted ? Optional.empty() : Optional.of(expression(text, "[\\w.-]"));
    }

    /**
     * A regular expression of PostgreSQL for texts in which this rule may cover something: JSON that has such a field, and, of a
     * name, running text in which something may follow it. Rather too many than too few.
     */
    Stream<String> suspicions() {
        List<String> names = Stream.of(text.split("\\.", -1))
                .map(step -> step.replace(ITEM, ""))
                .filter(step -> !step.isEmpty() && !(rooted && step.equals("$")))
                .toList();
        if (names.isEmpty()) {
            // Every item of whatever list.
            return Stream.of("\\[");
        }
        String name = names.getLast();
        String field = "\"" + posix(name, "(?:[^\"\\\\]|\\\\.)") + "\"\\s*:";
        return rooted
                ? Stream.of(field)
                : Stream.of(field, "(?:^|[^A-Za-z0-9_.-])" + posix(name, "[\\w.-]") + "\\\\*[\"']?\\s*[:=]");
    }

    /** As {@link #expression}, without what only Java understands. */
    private static String posix(String glob, String any) {
        return glob.chars()
                .mapToObj(c -> switch (c) {
                    case '*' -> any + "*";
                    case '?' -> any + "?";
                    default -> (Character.isLetterOrDigit(c) ? "" : "\\") + Character.toString(c);
                })
                .collect(Collectors.joining());
    }
}
