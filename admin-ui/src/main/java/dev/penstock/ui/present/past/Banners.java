package dev.penstock.ui.present.past;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.filter.AsOf;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.past.AsOfView;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The banner above what was: as of when, and the ways to other moments and back. */
public final class Banners {
    private Banners() {}

    /** A step in time. */
    private record Stride(String text, String spoken, Duration length) {}

    private static final List<Stride> STRIDES = List.of(
            new Stride(english("−1 h"), english("an hour earlier"), Duration.ofHours(-1)),
            new Stride(english("−5 min"), english("5 minutes earlier"), Duration.ofMinutes(-5)),
            new Stride(english("+5 min"), english("5 minutes later"), Duration.ofMinutes(5)),
            new Stride(english("+1 h"), english("an hour later"), Duration.ofHours(1)));

    /**
     * The banner.
     *
     * @param address of the page as of a moment; of null, of the page as things are
     */
    public static AsOfView of(Instant at, Reader reader, Function<@Nullable Instant, String> address) {
        String now = address.apply(null);
        return new AsOfView(
                reader.moment(at),
                now,
                STRIDES.stream()
                        .map(stride -> {
                            Instant there = at.plus(stride.length());
                            return new AsOfView.Step(
                                    say(stride.text()),
                                    say(stride.spoken()),
                                    there.isAfter(reader.now()) ? null : address.apply(there));
                        })
                        .toList(),
                now.split("\\?", 2)[0],
                kept(now),
                field(at),
                field(reader.now()),
                List.of());
    }

    /** Whoever reads a page of the past reads it as of then. */
    public static Reader then(Instant at, Reader reader) {
        return new Reader(at, reader.zone(), reader.back(), reader.caller());
    }

    /** The address with the moment added; to the page as things are it is an address too. */
    public static String at(String address, Instant at) {
        return address + (address.contains("?") ? "&" : "?") + "at=" + Links.encoded(AsOf.print(at));
    }

    /** Jobs that are missing here because they were deleted, and what else is not as exact as it looks. */
    public static List<String> notes(long deletedSince, int unfolded) {
        List<String> notes = new ArrayList<>();
        if (deletedSince > 0) {
            notes.add(
                    counted(
                            deletedSince,
                            "{1} job has been deleted since. If it was there, it is missing here: its history went with it.",
                            "{1} jobs have been deleted since. Those that were there are missing here: their histories went with them."));
        }
        if (unfolded > 0) {
            notes.add(counted(
                    unfolded,
                    "{1} job has too long a history to be shown as it was.",
                    "{1} jobs have too long histories to be shown as they were."));
        }
        return notes;
    }

    private static List<AsOfView.Kept> kept(String address) {
        String[] parts = address.split("\\?", 2);
        return parts.length == 1
                ? List.of()
                : Stream.of(parts[1].split("&", -1))
                        .map(part -> part.split("=", 2))
                        .map(pair -> new AsOfView.Kept(pair[0], Links.decoded(pair[1])))
                        .toList();
    }

    private static String field(Instant at) {
        String text = at.truncatedTo(ChronoUnit.SECONDS).toString();
        return text.substring(0, text.length() - 1);
    }
}
