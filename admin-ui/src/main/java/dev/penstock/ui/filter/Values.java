package dev.penstock.ui.filter;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Origin;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.StatusWords;
import dev.penstock.ui.filter.Cursor.Piece;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One written value as the key understands it. */
final class Values {
    private static final String TIME_FORMS =
            english("-24h (s m h d w), 2026-03-01, 2026-03-01T10:00Z, >… and <…, or 2026-03-01..2026-03-07");

    private static final long MAX_NUMBER = 999_999_999;

    private Values() {}

    static List<Value> of(Key key, Piece piece) throws WrongHere {
        return switch (key.kind()) {
            case STATUS -> statuses(piece);
            case WORD -> List.of(present(key, piece));
            case OPTIONAL_WORD -> List.of(isNone(key, piece) ? new Value.Word("", false) : word(piece));
            case YES_OR_NO -> List.of(new Value.YesOrNo(yes(key, piece)));
            case ORIGIN -> List.of(new Value.OriginIs(oneOf(Origin.class, key, piece)));
            case PRIORITY -> List.of(new Value.PriorityIs(oneOf(Priority.class, key, piece)));
            case NUMBER -> List.of(numbers(piece));
            case TIME -> List.of(times(piece));
        };
    }

    private static List<Value> statuses(Piece piece) throws WrongHere {
        List<Status> meaning = StatusWords.meaning(piece.text());
        if (meaning.isEmpty()) {
            throw wrong(
                    piece,
                    say(
                            "\"{1}\" is no status. Statuses are {2}, and active, ended, done",
                            piece.text(),
                            String.join(
                                    ", ",
                                    Arrays.stream(Status.values())
                                            .map(StatusWords::word)
                                            .toList())));
        }
        return meaning.stream().<Value>map(Value.StatusIs::new).toList();
    }

    private static Value present(Key key, Piece piece) throws WrongHere {
        if (piece.text().isEmpty() && !piece.star()) {
            throw wrong(piece, say("Every job has a value for {1}: write one, or leave the term out", key.word()));
        }
        return word(piece);
    }

    /** No job has this id, so the word can mean that there is none. */
    private static boolean isNone(Key key, Piece piece) {
        return key == Key.PARENT && !piece.quoted() && piece.text().equalsIgnoreCase(Value.NONE);
    }

    private static boolean yes(Key key, Piece piece) throws WrongHere {
        return switch (piece.text().toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default ->
                throw wrong(piece, say("\"{1}\" cannot be: {2} is {3}", piece.text(), key.word(), key.meaning()));
        };
    }

    private static Value word(Piece piece) {
        String text = piece.text();
        if (!piece.quoted() && text.endsWith("*")) {
            return new Value.Word(text.substring(0, text.length() - 1), true);
        }
        return new Value.Word(text, piece.star());
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, Key key, Piece piece) throws WrongHere {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(piece.text().toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw wrong(piece, say("\"{1}\" cannot be: {2} is {3}", piece.text(), key.word(), key.meaning()));
    }

    private static Value numbers(Piece piece) throws WrongHere {
        String text = piece.text();
        int dots = text.indexOf("..");
        if (dots >= 0) {
            Long from = numberOrNone(piece, text.substring(0, dots));
            Long to = numberOrNone(piece, text.substring(dots + 2));
            if (from == null && to == null) {
                throw wrong(piece, say("A range needs a number on at least one side: 2..5, 2.. or ..5"));
            }
            return new Value.Numbers(from, to);
        }
        Comparison c = Comparison.of(text);
        long n = number(piece, c.operand());
        return switch (c.sign()) {
            case "<" -> new Value.Numbers(null, bounded(piece, n - 1));
            case "<=" -> new Value.Numbers(null, n);
            case ">" -> new Value.Numbers(bounded(piece, n + 1), null);
            case ">=" -> new Value.Numbers(n, null);
            default -> new Value.Numbers(n, n);
        };
    }

    private static @Nullable Long numberOrNone(Piece piece, String text) throws WrongHere {
        return text.isEmpty() ? null : number(piece, text);
    }

    private static long number(Piece piece, String text) throws WrongHere {
        if (!text.matches("\\d{1,9}")) {
            throw wrong(piece, say("\"{1}\" is no whole number. Write 3, >3, <=3 or 2..5", text));
        }
        return Long.parseLong(text);
    }

    private static long bounded(Piece piece, long n) throws WrongHere {
        if (n < 0 || n > MAX_NUMBER) {
            throw wrong(piece, say("No number is meant by \"{1}\". Write 3, >3, <=3 or 2..5", piece.text()));
        }
        return n;
    }

    private static Value times(Piece piece) throws WrongHere {
        String text = piece.text();
        int dots = text.indexOf("..");
        if (dots >= 0) {
            Value.Bound from = boundOrNone(piece, text.substring(0, dots));
            Value.Bound to = boundOrNone(piece, text.substring(dots + 2));
            if (from == null && to == null) {
                throw wrong(piece, say("A range needs a time on at least one side: {1}", say(TIME_FORMS)));
            }
            return new Value.Times(from, to);
        }
        Comparison c = Comparison.of(text);
        Moment moment = moment(piece, c.operand());
        return switch (c.sign()) {
            case "<" -> new Value.Times(null, new Value.Bound(moment, false));
            case "<=" -> new Value.Times(null, new Value.Bound(moment, true));
            case ">" -> new Value.Times(new Value.Bound(moment, false), null);
            case ">=" -> new Value.Times(new Value.Bound(moment, true), null);
            default -> {
                Value.Bound whole = new Value.Bound(moment, true);
                yield new Value.Times(whole, moment instanceof Moment.Ago ? null : whole);
            }
        };
    }

    private static Value.@Nullable Bound boundOrNone(Piece piece, String text) throws WrongHere {
        return text.isEmpty() ? null : new Value.Bound(moment(piece, text), true);
    }

    private static Moment moment(Piece piece, String text) throws WrongHere {
        Moment moment = Moment.parse(text);
        if (moment == null) {
            throw wrong(piece, say("\"{1}\" is no time. Write {2}", text, say(TIME_FORMS)));
        }
        return moment;
    }

    private static WrongHere wrong(Piece piece, String sentence) {
        return new WrongHere(piece.position(), piece.length(), sentence);
    }

    /** A sign, empty for none, and what is compared. */
    private record Comparison(String sign, String operand) {
        static Comparison of(String text) {
            for (String sign : new String[] {"<=", ">=", "<", ">"}) {
                if (text.startsWith(sign)) {
                    return new Comparison(sign, text.substring(sign.length()));
                }
            }
            return new Comparison("", text);
        }
    }
}
