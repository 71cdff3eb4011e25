package dev.penstock.ui.read.search;

import dev.penstock.ui.filter.Filter.Term;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Value.Word;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a search in texts may tell: it finds a text by what can be seen of it. In most texts everything can be seen, and SQL can say
 * of which this is sure; the others have been looked at, covered.
 *
 * @param suspicion finds texts and contents that need a look
 * @param shown by what was asked, jobs that needed a look and show what is looked for
 * @param from of jobs created before none was looked at; null: all were that the search could meet
 */
record Told(
        String suspicion,
        Map<Asked, List<String>> shown,
        @Nullable Instant from) {
    private static final Set<Key> TEXTS = EnumSet.of(Key.ERROR, Key.TEXT, Key.LOG);

    /** A word, and in which texts it is looked for. */
    record Asked(boolean inLog, Word word) {
        static Asked of(Key key, Word word) {
            return new Asked(key == Key.LOG, word);
        }
    }

    /** For a statement whose answers are looked at before they are told: it finds whatever has the words, covered or not. */
    static Told everything() {
        return new Told("", Map.of(), null);
    }

    boolean isEverything() {
        return suspicion.isEmpty();
    }

    List<String> shown(Key key, Word word) {
        return shown.getOrDefault(Asked.of(key, word), List.of());
    }

    /** What a term looks for in texts. */
    static Stream<Asked> asked(Term term) {
        return term.values().stream()
                .filter(value -> TEXTS.contains(term.key()))
                .map(Word.class::cast)
                .filter(word -> !word.text().isEmpty())
                .map(word -> Asked.of(term.key(), word));
    }

    /** Condition on {@code job}: nothing that its message says can be covered. */
    static String clearMessage(String suspicion) {
        return clear("error_message, payload, result, checkpoint, CAST(metadata AS text)", suspicion);
    }

    /** Condition on {@code job}: it has nothing to cover in the texts of others. */
    static String clearContents(String suspicion) {
        return clear("payload, result, checkpoint, CAST(metadata AS text)", suspicion);
    }

    private static String clear(String columns, String suspicion) {
        return "concat_ws(' ', " + columns + ") !~* " + suspicion;
    }
}
