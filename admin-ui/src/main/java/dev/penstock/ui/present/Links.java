package dev.penstock.ui.present;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Value;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses of this site; every state of a list is one. */
public final class Links {
    /** An empty value would be none at all to those who read addresses. */
    private static final String ALL = "*";

    /** The list as it is at first for everybody, whichever view somebody's own opens with. */
    public static final String PLAIN = "/jobs?q=" + encoded(Filter.MAIN.print());

    private Links() {}

    public static String job(JobId id) {
        return "/jobs/" + id;
    }

    /** The job, and the list that the reader comes from: the filter's text, empty for all jobs. */
    public static String job(JobId id, String list) {
        return job(id) + "?in=" + (list.isEmpty() ? ALL : encoded(list));
    }

    /** The page of a batch; of an id that no address can hold, the list of its jobs. */
    public static String batch(String id) {
        return id.matches("[^/;\\\\%]+") && !id.matches("[.]{1,2}")
                ? "/batches/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20")
                : jobs(Key.BATCH, id);
    }

    /** A file that the job made. */
    public static String file(JobId id, String name) {
        return "/api/v1/jobs/" + id + "/files/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The filter behind the {@code in} of an address; null if there is none. */
    public static @Nullable String list(@Nullable String in) {
        return ALL.equals(in) ? "" : in;
    }

    /** The list of the jobs that the filter means. */
    public static String jobs(Filter filter) {
        return "/jobs?q=" + encoded(filter.print());
    }

    /** The list of jobs whose key is this word. */
    public static String jobs(Key key, String word) {
        return jobs(with(Filter.ALL, key, new Value.Word(word, false)));
    }

    /** The filter with this value for the key and no other. */
    public static Filter with(Filter filter, Key key, Value... values) {
        List<Filter.Term> terms = new ArrayList<>(without(filter, key).terms());
        terms.add(new Filter.Term(false, key, List.of(values)));
        return new Filter(terms);
    }

    /** The filter without terms of the key. */
    public static Filter without(Filter filter, Key key) {
        return new Filter(
                filter.terms().stream().filter(term -> term.key() != key).toList());
    }

    /** A value that stands in a query string. */
    public static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    /** A value as it stands in a query string. */
    public static String encoded(String value) {
        // A colon, a comma and a slash may stand in a query as they are; the address stays readable.
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("%3A", ":")
                .replace("%2C", ",")
                .replace("%2F", "/");
    }
}
