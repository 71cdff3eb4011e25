package dev.penstock.stack.history.model;

/** Where a record lies; written {@code jobs.events-3@120}. */
public record Place(String topic, int partition, long offset) {
    /** From its form in a header: {@code topic-partition-offset}. */
    public static Place parse(String text) {
        int last = text.lastIndexOf('-');
        int middle = text.lastIndexOf('-', last - 1);
        return new Place(
                text.substring(0, middle),
                Integer.parseInt(text.substring(middle + 1, last)),
                Long.parseLong(text.substring(last + 1)));
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
