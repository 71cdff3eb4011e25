package dev.penstock.ui.filter;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.filter.Cursor.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * The filter language: terms are AND, commas are OR, a minus sign negates.
 *
 * <pre>
 * query = { term } ;
 * term  = [ "-" ] ( key ":" value { "," value } | value ) ;
 * value = word [ "*" ] | quoted [ "*" ] | from ".." to | ( "&lt;" | "&gt;" | "&lt;=" | "&gt;=" ) word | "-" duration ;
 * </pre>
 *
 * No OR across keys and no parentheses: each query stays an AND of index probes.
 */
public final class FilterParser {
    /** Longest text that is read, in characters. */
    public static final int MAX_LENGTH = 2_000;

    private static final int MAX_VALUES = 100;

    private FilterParser() {}

    /** What {@code text} means; a mistake is a value with a position, never an exception. */
    public static Parsed parse(String text) {
        try {
            if (text.length() > MAX_LENGTH) {
                throw new WrongHere(
                        MAX_LENGTH,
                        text.length() - MAX_LENGTH,
                        say(
                                "A filter is at most {1} characters long, this one has {2}: leave out what is not needed",
                                MAX_LENGTH, text.length()));
            }
            return new Parsed.Good(filter(new Cursor(text)));
        } catch (WrongHere e) {
            return e.wrong();
        }
    }

    private static Filter filter(Cursor in) throws WrongHere {
        List<Filter.Term> terms = new ArrayList<>();
        int values = 0;
        while (in.skipBlanks()) {
            int from = in.position();
            Filter.Term term = term(in);
            values += term.values().size();
            if (values > MAX_VALUES) {
                throw new WrongHere(from, in.position() - from, say("A filter has at most {1} values", MAX_VALUES));
            }
            terms.add(term);
        }
        return new Filter(terms);
    }

    private static Filter.Term term(Cursor in) throws WrongHere {
        int from = in.position();
        boolean negated = in.take('-');
        Key key = key(in);
        List<Value> values = new ArrayList<>();
        do {
            Piece piece = in.piece();
            if (piece.text().isEmpty() && !piece.quoted()) {
                throw new WrongHere(from, in.position() - from, missing(key, negated));
            }
            values.addAll(Values.of(key, piece));
        } while (in.take(','));
        if (!in.atEndOfTerm()) {
            throw new WrongHere(in.position(), 1, say("A blank or a comma is expected after the closing quote"));
        }
        return new Filter.Term(negated, key, values);
    }

    private static Key key(Cursor in) throws WrongHere {
        int from = in.position();
        String word = in.key();
        if (word.isEmpty()) {
            return Key.TEXT;
        }
        Key key = Key.named(word);
        if (key == null) {
            throw new WrongHere(
                    from,
                    word.length(),
                    say(
                            "There is no key \"{1}\". Keys are {2}; to search for the text itself put it in quotes",
                            word, Key.all()));
        }
        return key;
    }

    private static String missing(Key key, boolean negated) {
        if (key == Key.TEXT) {
            return negated
                    ? say("Nothing follows the minus sign: write what to leave out")
                    : say("A value is missing here");
        }
        return say("A value is missing after \"{1}:\" ({2})", key.word(), key.meaning());
    }
}
