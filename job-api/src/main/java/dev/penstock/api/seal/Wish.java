package dev.penstock.api.seal;

import java.util.List;

/**
 * Whose a job's contents are, and what of them is sealed.
 *
 * @param person as the producer calls them, such as a customer's number; it does not leave the process
 * @param fields of the payload, dotted from the top, such as {@code customer.email}; through a list they mean each of its items.
 *     Empty: every field
 */
public record Wish(String person, List<String> fields) {
    private static final int LONGEST = 1_000;

    public Wish {
        if (person.isBlank() || person.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A subject has 1 to " + LONGEST + " characters, such as a customer's number");
        }
        fields = List.copyOf(fields);
    }

    /** Whether the values of this top-level field, or a part of it, are sealed. */
    public boolean touches(String field) {
        return fields.isEmpty() || fields.stream().anyMatch(path -> path.equals(field) || path.startsWith(field + "."));
    }

    /** Names the fields alone. */
    @Override
    public String toString() {
        return "a subject, sealed: " + (fields.isEmpty() ? "everything" : fields);
    }
}
