package dev.penstock.ui.present;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Status;
import dev.penstock.ui.act.Deed;
import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.StatusStyle;
import dev.penstock.ui.fact.Depths;
import dev.penstock.ui.fact.JobList;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Value;
import dev.penstock.ui.view.JobsView;
import dev.penstock.ui.view.JobsView.Drop;
import dev.penstock.ui.view.JobsView.StatusFilter;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.OverviewView.Choice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Parts of the page that lists jobs. */
public final class JobLists {
    private static final List<String> SPANS = List.of("1h", "24h", "7d");

    private JobLists() {}

    /** A chip for each status, with how many jobs have it; the rest of the filter is kept. */
    public static List<StatusFilter> statuses(Filter filter, Depths depths) {
        List<Status> chosen = chosen(filter);
        Filter all = Links.without(filter, Key.STATUS);
        List<StatusFilter> chips = new ArrayList<>();
        chips.add(new StatusFilter(say("All"), "", Counts.of(depths.all()), Links.jobs(all), "", chosen.isEmpty()));
        for (StatusStyle style : StatusStyle.values()) {
            Status status = Status.valueOf(style.name());
            chips.add(new StatusFilter(
                    style.word(),
                    style.aliases(),
                    Counts.of(depths.of(status)),
                    Links.jobs(Links.with(filter, Key.STATUS, new Value.StatusIs(status))),
                    style.hue().word(),
                    chosen.contains(status)));
        }
        return chips;
    }

    private static List<Status> chosen(Filter filter) {
        return filter.terms().stream()
                .filter(term -> term.key() == Key.STATUS && !term.negated())
                .flatMap(term -> term.values().stream())
                .map(value -> ((Value.StatusIs) value).status())
                .toList();
    }

    /** The one word that the filter asks of the key; empty if it asks none, or more. */
    public static String word(Filter filter, Key key) {
        List<Filter.Term> terms =
                filter.terms().stream().filter(term -> term.key() == key).toList();
        return terms.size() == 1
                        && !terms.getFirst().negated()
                        && terms.getFirst().values().size() == 1
                        && terms.getFirst().values().getFirst() instanceof Value.Word(String text, boolean prefix)
                        && !prefix
                ? text
                : "";
    }

    /** Chips that take one part of the filter away. */
    public static List<Drop> drops(Filter filter) {
        List<Drop> drops = new ArrayList<>();
        for (Filter.Term term : filter.terms()) {
            drops.add(new Drop(new Filter(List.of(term)).print(), Links.jobs(minus(filter, term))));
        }
        return drops;
    }

    /** What the main list hides, each a switch: children (S2.23) and system jobs (S2.25). */
    public static List<Choice> hidden(Filter filter) {
        boolean children = !filter.withoutChildren();
        boolean system = !filter.withoutSystem();
        Filter.Term noChildren = Filter.MAIN.terms().getFirst();
        Filter.Term noSystem = Filter.MAIN.terms().getLast();
        return List.of(
                new Choice(
                        say("Show children"),
                        Links.jobs(children ? plus(filter, noChildren) : minus(filter, noChildren)),
                        children,
                        say("Show children")),
                new Choice(
                        say("Show system jobs"),
                        Links.jobs(system ? plus(filter, noSystem) : minus(filter, noSystem)),
                        system,
                        say("Show system jobs")));
    }

    private static Filter plus(Filter filter, Filter.Term term) {
        List<Filter.Term> others =
                new ArrayList<>(Links.without(filter, term.key()).terms());
        List<Filter.Term> terms = new ArrayList<>(Filter.MAIN.terms());
        terms.removeIf(one -> !one.equals(term) && !others.remove(one));
        terms.addAll(others);
        return new Filter(terms);
    }

    /** What else can be done to ticked rows; Retry and Delete have buttons of their own (S2.14). */
    public static List<JobsView.BulkAct> acts() {
        return Arrays.stream(Deed.values())
                .filter(deed -> deed != Deed.RETRY && deed != Deed.DELETE && deed != Deed.EDIT)
                .map(deed -> new JobsView.BulkAct(deed.word(), deed.title()))
                .toList();
    }

    private static Filter minus(Filter filter, Filter.Term dropped) {
        return new Filter(
                filter.terms().stream().filter(term -> !term.equals(dropped)).toList());
    }

    /** "the last hour" and so on, as filters of the time of creation. */
    public static List<Choice> spans(Filter filter) {
        return SPANS.stream()
                .map(span -> {
                    String others = Links.without(filter, Key.CREATED).print();
                    String text = (others + " created:-" + span).strip();
                    boolean current = filter.print().contains("created:-" + span);
                    String spaced = span.replaceFirst("(\\d+)", "$1 ");
                    return new Choice(
                            spaced, "/jobs?q=" + Links.encoded(text), current, say("created in the last {1}", spaced));
                })
                .toList();
    }

    /** "353 jobs", "10 000+ jobs". */
    public static String matches(JobList.Matches matches) {
        return matches.orMore()
                ? say("{1} jobs", Counts.upTo(matches.count(), matches.count()))
                : counted(matches.count(), "{1} job", "{1} jobs");
    }

    /** How far back was searched for what has no index; empty if everything was. */
    public static String scanned(JobList.Searched searched, Reader reader) {
        Instant shown = searched.shownFrom();
        Instant from = searched.from();
        List<String> said = new ArrayList<>();
        if (from != null && !from.equals(shown)) {
            said.add(say(
                    "Searched in about the newest {1} jobs that fit the rest of the filter, back to {2}.",
                    Counts.of(JobList.SCANNED), reader.moment(from).full()));
        }
        if (shown != null && shown.equals(from)) {
            said.add(say(
                    "Searched back to {2}: texts in which something may be covered are looked at in about the newest {1} jobs only.",
                    Counts.of(JobList.LOOKED_AT), reader.moment(shown).full()));
        } else if (shown != null) {
            said.add(say(
                    "Texts in which something may be covered were searched in about the newest {1} jobs only, back to {2}.",
                    Counts.of(JobList.LOOKED_AT), reader.moment(shown).full()));
        }
        return String.join(" ", said);
    }

    /** Why the list is empty: the part of the filter without which most jobs would match. */
    public static JobsView.Empty empty(Filter filter, Function<Filter, JobList.Matches> count) {
        Filter.Term worst = null;
        JobList.Matches most = new JobList.Matches(0, false);
        for (Filter.Term term : filter.terms()) {
            JobList.Matches without = count.apply(minus(filter, term));
            if (without.count() > most.count()) {
                most = without;
                worst = term;
            }
        }
        if (worst == null) {
            return new JobsView.Empty(
                    say("No job matches"),
                    say("Nothing else would match either."),
                    new Link(say("Show all jobs"), Links.jobs(Filter.ALL)),
                    "");
        }
        String part = new Filter(List.of(worst)).print();
        return new JobsView.Empty(
                say("No job matches"),
                say("Without {1} there would be {2}.", part, matches(most)),
                new Link(say("Drop it"), Links.jobs(minus(filter, worst))),
                "");
    }

    /** There is no job at all. */
    public static JobsView.Empty never(String submitCommand) {
        return new JobsView.Empty(
                say("No job has been submitted yet"),
                say("Submit the first one; it appears here within a second:"),
                null,
                submitCommand);
    }
}
