package dev.penstock.ui.read.search;

import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Value.Word;
import dev.penstock.ui.read.sql.Binds;
import java.util.List;

/** Words and texts of a filter as SQL. */
final class WordConditions {
    /** Sorts after every other character in byte order, which is the order of these columns (COLLATE "C"). */
    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    private final Binds binds;
    private final boolean counters;
    private final boolean loggedOften;
    private final Told told;

    /**
     * Makes conditions.
     *
     * @param counters for the table of counts, which only knows whether there is a parent
     * @param loggedOften many log lines match: each job is asked for its lines, in place of the lines for their jobs
     * @param told which texts are searched
     */
    WordConditions(Binds binds, boolean counters, boolean loggedOften, Told told) {
        this.binds = binds;
        this.counters = counters;
        this.loggedOften = loggedOften;
        this.told = told;
    }

    String of(Key key, Word word) {
        return switch (key) {
            case ID -> column("id", new Word(word.text(), true));
            case BY -> column("run_by", word);
            case PARENT -> counters ? (word.prefix() ? "child" : "NOT child") : column("parent", word);
            case ROOT -> "(" + column("id", word) + " OR (" + column("root", word) + " AND parent IS NOT NULL))";
            case TAG -> tag(word);
            case LOG -> log(word);
            case FAILURE -> column("error_fingerprint", word);
            case ERROR -> error(key, word);
            case TEXT -> anywhere(word);
            default -> column(key.word(), word);
        };
    }

    private String column(String column, Word word) {
        if (word.text().isEmpty()) {
            return column + (word.prefix() ? " IS NOT NULL" : " IS NULL");
        }
        return word.prefix() ? beginning(column, word.text()) : column + " = " + binds.bind(word.text());
    }

    /** A range, because LIKE with a bind parameter does not use the index in a prepared statement's generic plan. */
    private String beginning(String column, String text) {
        return "(" + column + " >= " + binds.bind(text) + " AND " + column + " < " + binds.bind(text + LAST_CHARACTER)
                + ")";
    }

    private String tag(Word word) {
        if (word.text().isEmpty()) {
            return word.prefix() ? "tags <> '{}'" : "tags = '{}'";
        }
        return word.prefix()
                ? "EXISTS (SELECT FROM unnest(tags) AS tag WHERE starts_with(tag, " + binds.bind(word.text()) + "))"
                // The second condition is what the index on tags is made for.
                : "(tags @> ARRAY[CAST(" + binds.bind(word.text()) + " AS text)] AND tags <> '{}')";
    }

    private String log(Word word) {
        if (told.isEverything()) {
            return logged(word, "");
        }
        String suspicion = binds.bind(told.suspicion());
        return "((" + logged(word, " AND message !~* " + suspicion) + " AND " + Told.clearContents(suspicion) + ")"
                + shown(Key.LOG, word) + ")";
    }

    /**
     * Jobs with such lines. Neither form is a join, so that the order of the list and the index on words are each used where they
     * help.
     */
    String logged(Word word, String andLine) {
        String lines = "SELECT job FROM log_line WHERE job IS NOT NULL AND " + logged(binds, word) + andLine;
        return loggedOften
                ? "EXISTS (" + lines + " AND log_line.job = job.id OFFSET 0)"
                : "id = ANY (ARRAY(" + lines.replace("SELECT job", "SELECT DISTINCT job") + "))";
    }

    /** And those that needed a look. */
    private String shown(Key key, Word word) {
        List<String> shown = told.shown(key, word);
        return shown.isEmpty() ? "" : " OR id = ANY (CAST(" + binds.bind(shown.toArray(String[]::new)) + " AS text[]))";
    }

    /** What the index on words is made for. */
    static String logged(Binds binds, Word word) {
        String function = word.prefix() ? "log_beginning" : "log_phrase";
        return "log_words(message) @@ " + function + "(" + binds.bind(word.text()) + ")";
    }

    private String error(Key key, Word word) {
        if (word.text().isEmpty()) {
            return "error_class" + (word.prefix() ? " IS NOT NULL" : " IS NULL");
        }
        String said = message(word);
        String clear = told.isEverything()
                ? said
                : "(" + said + " AND (" + Told.clearMessage(binds.bind(told.suspicion())) + shown(key, word) + "))";
        // Whatever has an error has a fingerprint, and those have an index of their own: few jobs are looked at.
        return "(error_fingerprint IS NOT NULL AND (error_class ILIKE " + binds.bind(pattern(word)) + " OR " + clear
                + "))";
    }

    /** The message says it, covered or not. */
    String message(Word word) {
        return "error_message ILIKE " + binds.bind(pattern(word));
    }

    private String anywhere(Word word) {
        if (word.text().isEmpty()) {
            return "true";
        }
        return "(" + beginning("id", word.text()) + " OR type ILIKE " + binds.bind(pattern(word)) + " OR "
                + error(Key.TEXT, word) + ")";
    }

    private static String pattern(Word word) {
        String literal = word.text().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return (word.prefix() ? "" : "%") + literal + "%";
    }
}
