package dev.penstock.projector.analyst.source;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in every partition of the log; written {@code 0:12 1:40}, as the pages and the read model write it.
 *
 * @param next by partition, the offset of the first record that is not before it
 */
public record Offsets(Map<Integer, Long> next) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6}):(\\d{1,18})");

    public Offsets {
        next = Map.copyOf(next);
    }

    /** Whether {@code text} has the written form; partitions may stand apart by blanks or commas. */
    public static boolean isWritten(String text) {
        return text.matches("\\s*" + WRITTEN + "([,\\s]+" + WRITTEN + ")*\\s*");
    }

    /** Reads the written form. */
    public static Offsets parse(String text) {
        Map<Integer, Long> next = new TreeMap<>();
        Matcher each = WRITTEN.matcher(text);
        while (each.find()) {
            next.put(Integer.valueOf(each.group(1)), Long.valueOf(each.group(2)));
        }
        return new Offsets(next);
    }

    /** Offset in a partition; that of {@code otherwise} where this says nothing. */
    public Offsets orElse(Offsets otherwise) {
        Map<Integer, Long> all = new TreeMap<>(otherwise.next);
        next.forEach((partition, offset) -> all.computeIfPresent(partition, (p, o) -> offset));
        return new Offsets(all);
    }

    /** The later of both in each partition. */
    public Offsets max(Offsets other) {
        return with(other, Math::max);
    }

    /** The earlier of both in each partition. */
    public Offsets min(Offsets other) {
        return with(other, Math::min);
    }

    /** One partition alone. */
    public Offsets only(int partition) {
        Long offset = next.get(partition);
        return new Offsets(offset == null ? Map.of() : Map.of(partition, offset));
    }

    /** Whether a record lies before this place. */
    public boolean covers(int partition, long offset) {
        return offset < next.getOrDefault(partition, 0L);
    }

    /** Records, and markers of transactions, from another place to this one. */
    public long since(Offsets from) {
        return next.entrySet().stream()
                .mapToLong(entry ->
                        Math.max(0, entry.getValue() - from.next.getOrDefault(entry.getKey(), entry.getValue())))
                .sum();
    }

    private Offsets with(Offsets other, LongBinaryOperator choose) {
        Map<Integer, Long> all = new TreeMap<>();
        next.forEach((partition, offset) ->
                all.put(partition, choose.applyAsLong(offset, other.next.getOrDefault(partition, offset))));
        return new Offsets(all);
    }

    @Override
    public String toString() {
        return new TreeMap<>(next)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(" "));
    }
}
