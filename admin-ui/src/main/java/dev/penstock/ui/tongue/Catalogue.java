package dev.penstock.ui.tongue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one language says for each English text.
 *
 * @param texts by English text: one form, or for a count the singular and the plural, under the English singular
 */
public record Catalogue(Map<String, List<String>> texts) {
    public static final Catalogue EMPTY = new Catalogue(Map.of());

    /** From the text of a PO file, as translators' tools write it; throws an {@link IllegalArgumentException} that names the line. */
    public static Catalogue of(String po) {
        return new Catalogue(PoText.read(po));
    }

    public Set<String> keys() {
        return texts.keySet();
    }

    @Nullable
    String text(String english) {
        List<String> forms = texts.get(english);
        return forms == null ? null : forms.getFirst();
    }

    /** The form for {@code number}; languages of two forms: one, and all others. */
    @Nullable
    String text(String one, long number) {
        List<String> forms = texts.get(one);
        return forms == null ? null : number == 1 ? forms.getFirst() : forms.getLast();
    }
}
