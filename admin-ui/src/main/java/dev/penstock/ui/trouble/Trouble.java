package dev.penstock.ui.trouble;

import static dev.penstock.ui.tongue.Tongue.say;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that is no success: thrown where it is noticed, shown by {@link TroubleMapper}. */
public final class Trouble extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Said said;

    /**
     * What is said.
     *
     * @param code HTTP status
     * @param title what kind of trouble
     * @param sentence what is wrong and what to do
     * @param field name of the field or parameter that is wrong; null: none
     * @param position first wrong character of a filter, from 0
     * @param length how many are wrong
     * @param known what could be given in its place; empty: not a matter of names
     * @param request under which the logs know this request; null if there is nothing to look up
     */
    public record Said(
            int code,
            String title,
            String sentence,
            @Nullable String field,
            @Nullable Integer position,
            @Nullable Integer length,
            List<String> known,
            @Nullable String request) {
        public static Said of(int code, String title, String sentence) {
            return new Said(code, title, sentence, null, null, null, List.of(), null);
        }
    }

    public Trouble(Said said) {
        super(said.sentence(), null, false, false);
        this.said = said;
    }

    public Said said() {
        return said;
    }

    /** A parameter or field that cannot be as it is. */
    public static Trouble bad(String field, String sentence) {
        return new Trouble(new Said(400, say("Bad request"), sentence, field, null, null, List.of(), null));
    }

    /** A name that is not among the known ones. */
    public static Trouble unknown(String field, String sentence, List<String> known) {
        return new Trouble(new Said(400, say("Unknown name"), sentence, field, null, null, List.copyOf(known), null));
    }

    /** A filter that does not read. */
    public static Trouble filter(String field, String sentence, int position, int length) {
        return new Trouble(new Said(400, say("Bad filter"), sentence, field, position, length, List.of(), null));
    }

    /**
     * A query in SQL that is not asked.
     *
     * @param position its first wrong character, from 0; null: nobody knows
     */
    public static Trouble query(String sentence, @Nullable Integer position) {
        return new Trouble(new Said(400, say("Bad query"), sentence, "sql", position, null, List.of(), null));
    }

    /** It would cost too much. */
    public static Trouble costly(String field, String sentence) {
        return new Trouble(new Said(422, say("Too costly"), sentence, field, null, null, List.of(), null));
    }

    public static Trouble notFound(String sentence) {
        return new Trouble(Said.of(404, say("Not found"), sentence));
    }

    /** A rule refused it; the sentence is the rule's own. */
    public static Trouble refused(String sentence) {
        return new Trouble(Said.of(409, say("Refused"), sentence));
    }

    /** Whoever asks may not. */
    public static Trouble notAllowed(String sentence) {
        return new Trouble(Said.of(403, say("Not allowed"), sentence));
    }

    public static Trouble tooLarge(String field, String sentence) {
        return new Trouble(new Said(413, say("Too large"), sentence, field, null, null, List.of(), null));
    }

    /** Something this program needs is away. */
    public static Trouble away(String sentence) {
        return new Trouble(Said.of(503, say("Not available"), sentence));
    }
}
