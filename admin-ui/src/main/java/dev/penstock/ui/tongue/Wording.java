package dev.penstock.ui.tongue;

import dev.penstock.ui.tongue.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives a template its texts in every language when it is parsed. The template itself stays plain English HTML: each run of
 * text between two tags, and each attribute that people read or hear, becomes a choice between the languages. A text
 * cannot be forgotten so; at worst its translation is missing, which a test tells.
 */
public final class Wording {
    private static final Pattern SPOKEN =
            Pattern.compile("(\\s(?:aria-label|title|placeholder|alt|data-label|data-say-[a-z]+)=\")([^\"]*)(?=\")");
    private static final Pattern PARAMETER =
            Pattern.compile("(\\s(?:label|ghost|hint|title|text)=)(\"[^\"]*\"|'[^']*')");
    private static final String ROOT = "<html lang=\"en\"";

    /** HTML's own word for it: names of languages are what they are. */
    private static final String NOT_TO_BE_TRANSLATED = " translate=\"no\"";

    private final Function<Phrase, String> form;
    private final List<String> keys = new ArrayList<>();

    private Wording(Function<Phrase, String> form) {
        this.form = form;
    }

    /** The template in all languages: {@code {in:de}} is true for a reader of German. */
    public static String inAllLanguages(String template) {
        return new Wording(Wording::choice).rewritten(template).replace(ROOT, "<html lang=\"{in:tag}\"");
    }

    /** The English texts of a template. */
    public static List<String> keys(String template) {
        Wording wording = new Wording(Phrase::source);
        wording.rewritten(template);
        return wording.keys;
    }

    /** Letters, but for the product's name, references and values. */
    static boolean hasWords(String text) {
        return text.replaceAll("&\\w+;|\\\\?\\{[^}]*}|Penstock", "")
                .codePoints()
                .anyMatch(Character::isLetter);
    }

    private static String choice(Phrase phrase) {
        StringBuilder out = new StringBuilder();
        for (Language language : Language.values()) {
            String text = Tongue.in(language, phrase.key());
            if (!text.equals(phrase.key())) {
                out.append(out.isEmpty() ? "{#if" : "{#else if")
                        .append(" in:")
                        .append(language.name().toLowerCase(Locale.ROOT))
                        .append('}')
                        .append(phrase.with(text));
            }
        }
        return out.isEmpty()
                ? phrase.source()
                : out.append("{#else}").append(phrase.source()).append("{/if}").toString();
    }

    private String rewritten(String template) {
        StringBuilder out = new StringBuilder();
        List<Piece> run = new ArrayList<>();
        boolean fixed = false;
        for (Piece piece : Piece.of(template)) {
            Piece spoken = new Piece(piece.kind(), spoken(piece));
            if (piece.is(Kind.EDGE)) {
                text(run, out);
                run.clear();
                fixed = piece.source().contains(NOT_TO_BE_TRANSLATED);
            }
            if (fixed || piece.is(Kind.EDGE)) {
                out.append(spoken.source());
            } else {
                run.add(spoken);
            }
        }
        text(run, out);
        return out.toString();
    }

    /** A run of text is one phrase, links and all, if it says something outside its links; else each link is its own. */
    private void text(List<Piece> run, StringBuilder out) {
        if (Phrase.isWhole(run) && saysMoreThanItsLinks(run)) {
            phrase(run, out);
            return;
        }
        List<Piece> part = new ArrayList<>();
        for (Piece piece : run) {
            if (piece.is(Kind.OPEN) || piece.is(Kind.CLOSE)) {
                phrase(part, out);
                part.clear();
                out.append(piece.source());
            } else {
                part.add(piece);
            }
        }
        phrase(part, out);
    }

    private static boolean saysMoreThanItsLinks(List<Piece> run) {
        int depth = 0;
        for (Piece piece : run) {
            depth += piece.is(Kind.OPEN) ? 1 : piece.is(Kind.CLOSE) ? -1 : 0;
            if (depth == 0 && piece.hasWords()) {
                return true;
            }
        }
        return false;
    }

    private void phrase(List<Piece> run, StringBuilder out) {
        if (run.stream().noneMatch(Piece::hasWords)) {
            run.forEach(piece -> out.append(piece.source()));
            return;
        }
        String whole = String.join("", run.stream().map(Piece::source).toList());
        List<Piece> pieces = new ArrayList<>(run);
        Piece first = pieces.getFirst();
        Piece last = pieces.getLast();
        // The space around a text is the template's.
        String before = first.is(Kind.TEXT)
                ? whole.substring(0, whole.length() - whole.stripLeading().length())
                : "";
        String after =
                last.is(Kind.TEXT) ? whole.substring(whole.stripTrailing().length()) : "";
        pieces.set(0, first.is(Kind.TEXT) ? new Piece(Kind.TEXT, first.source().stripLeading()) : first);
        Piece end = pieces.getLast();
        pieces.set(
                pieces.size() - 1,
                end.is(Kind.TEXT) ? new Piece(Kind.TEXT, end.source().stripTrailing()) : end);
        Phrase phrase = Phrase.of(pieces);
        keys.add(phrase.key());
        out.append(before).append(form.apply(phrase)).append(after);
    }

    /** The piece with its attributes, or a tag of ours with its parameters, in all languages. */
    private String spoken(Piece piece) {
        if (piece.source().startsWith("<")) {
            return SPOKEN.matcher(piece.source())
                    .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + attribute(found.group(2))));
        }
        if (!piece.source().startsWith("{#")
                || piece.source().startsWith("{#if")
                || piece.source().startsWith("{#else")) {
            return piece.source();
        }
        return PARAMETER.matcher(piece.source()).replaceAll(found -> Matcher.quoteReplacement(parameter(found)));
    }

    private String attribute(String value) {
        return hasWords(value) ? rewritten(value) : value;
    }

    private String parameter(MatchResult found) {
        String quoted = found.group(2);
        String text = quoted.substring(1, quoted.length() - 1);
        if (!hasWords(text)) {
            return found.group();
        }
        keys.add(text);
        return found.group(1) + "in:say(" + quoted + ")";
    }
}
