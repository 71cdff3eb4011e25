package dev.penstock.ui.fact.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be meant by the word that is being typed.
 *
 * @param from the first character that a suggestion takes the place of
 * @param to the character after the last
 * @param suggestions the likeliest first
 */
public record Suggestions(int from, int to, List<Suggestion> suggestions) {
    public Suggestions {
        suggestions = List.copyOf(suggestions);
    }

    /**
     * One of them.
     *
     * @param text as it is written in a filter
     * @param note what it means, or what else it is called; empty: nothing needs to be said
     * @param jobs how many have it; null where no counter knows: then JSON leaves it out
     */
    public record Suggestion(
            String text, String note, @Nullable Long jobs) {}
}
