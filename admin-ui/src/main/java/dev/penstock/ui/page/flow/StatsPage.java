package dev.penstock.ui.page.flow;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Figure;
import dev.penstock.ui.fact.Statistics;
import dev.penstock.ui.fact.tally.TallyFact;
import dev.penstock.ui.fact.tally.TallySeries;
import dev.penstock.ui.fact.tally.TallySeries.Kind;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Value;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.Window;
import dev.penstock.ui.present.flow.Marks;
import dev.penstock.ui.present.flow.StatsTables;
import dev.penstock.ui.present.flow.StatsViews;
import dev.penstock.ui.present.flow.TallyCharts;
import dev.penstock.ui.read.SettingQueries;
import dev.penstock.ui.read.StatisticQueries;
import dev.penstock.ui.read.series.Stretch;
import dev.penstock.ui.read.tally.TallyQueries;
import dev.penstock.ui.view.OverviewView.Choice;
import dev.penstock.ui.view.flow.StatsView;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Values over time, of all jobs, of a queue or of a type (S1.30 to S1.34, S2.26 to S2.30, S3.26). */
@Path("/stats")
@Produces(MediaType.TEXT_HTML)
public class StatsPage {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    private final Shells shells;
    private final StatisticQueries statistics;
    private final SettingQueries settings;
    private final TallyQueries tallies;

    @Inject
    public StatsPage(Shells shells, StatisticQueries statistics, SettingQueries settings, TallyQueries tallies) {
        this.shells = shells;
        this.statistics = statistics;
        this.settings = settings;
        this.tallies = tallies;
    }

    @GET
    @Transactional
    @Operation(hidden = true)
    public TemplateInstance over(
            @QueryParam("window") @DefaultValue("") String window,
            @QueryParam("queue") @DefaultValue("") String queue,
            @QueryParam("type") @DefaultValue("") String type,
            @QueryParam("of") @DefaultValue("") String of,
            @QueryParam("compare") @DefaultValue("") String compare) {
        Window wanted = Window.named(window);
        Stretch last = Stretch.last(wanted.length(), shells.reader().now());
        Stretch stretch = new Stretch(
                last.from(), last.to(), last.step(), queue.isEmpty() ? null : queue, type.isEmpty() ? null : type);
        Statistics found = statistics.over(stretch);
        boolean compared = compare.equals("before");
        String only = "&queue=" + Links.encoded(queue) + "&type=" + Links.encoded(type)
                + (of.isEmpty() ? "" : "&of=" + Links.encoded(of));
        String more = only + (compared ? "&compare=before" : "");
        String numbers = "from=" + last.from() + "&to=" + last.to() + "&step=" + last.step()
                + (queue.isEmpty() ? "" : "&queue=" + Links.encoded(queue))
                + (type.isEmpty() ? "" : "&type=" + Links.encoded(type));
        String here = "/stats?window=" + wanted.key() + only;
        return Pages.stats(new StatsView(
                shells.shell(say("Statistics"), Section.STATS, "jobs"),
                windows(wanted, more),
                wanted.key(),
                settings.queues().stream().map(one -> one.value().name()).toList(),
                settings.types().stream().map(one -> one.value().name()).toList(),
                queue,
                type,
                say("{1}, in steps of {2}", wanted.spoken(), step(last.step())),
                wanted.text(),
                "/api/v1/statistics?" + numbers,
                figures(found, filter(queue, type)),
                List.of(
                        new Choice(say("This time"), here, !compared, say("This time alone")),
                        new Choice(
                                say("Beside {1}", before(wanted)),
                                here + "&compare=before",
                                compared,
                                say("Beside {1}", before(wanted)))),
                "/api/v1/statistics/csv?" + numbers,
                tables(stretch, found, compared ? before(wanted) : ""),
                one(of, wanted, last)));
    }

    private List<Figure> figures(Statistics found, String filter) {
        List<Figure.Mark> marks = Marks.of(statistics.deploys(found.from(), found.to()), found, shells.reader());
        return StatsViews.figures(found, shells.reader(), filter).stream()
                .map(figure -> figure.marked(marks))
                .toList();
    }

    /** {@code of}: "worker:mail-1", "user:ana". */
    private StatsView.One one(String of, Window wanted, Stretch last) {
        List<StatsView.Option> options = options(last);
        String name = of.substring(of.indexOf(':') + 1);
        if (name.isEmpty() || !of.matches("(worker|user):.+")) {
            return new StatsView.One(options, "", List.of());
        }
        if (options.stream().noneMatch(option -> option.value().equals(of))) {
            options.add(new StatsView.Option(of, name));
        }
        Kind kind = of.startsWith("user:") ? Kind.USER : Kind.WORKER;
        Reader reader = shells.reader();
        TallySeries lately = tallies.series(kind, name, last);
        TallySeries byDay = tallies.series(kind, name, month(reader));
        return new StatsView.One(
                options,
                of,
                List.of(
                        new StatsView.Part(TallyCharts.of(lately, "one", wanted.spoken(), reader), wanted.text()),
                        new StatsView.Part(
                                TallyCharts.of(byDay, "one-days", say("30 days, by the day"), reader), say("30 d"))));
    }

    private List<StatsView.Option> options(Stretch last) {
        List<StatsView.Option> options = new ArrayList<>();
        for (TallyFact one : tallies.workers(last.from(), last.to())) {
            options.add(new StatsView.Option("worker:" + one.name(), say("worker {1}", one.name())));
        }
        for (TallyFact one : tallies.users(last.from(), last.to())) {
            options.add(new StatsView.Option("user:" + one.name(), say("user {1}", one.name())));
        }
        return options;
    }

    /** Whole days as the reader counts them, today the last. */
    private static Stretch month(Reader reader) {
        Instant tomorrow = reader.now()
                .atZone(reader.zone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(reader.zone())
                .toInstant();
        return new Stretch(tomorrow.minus(MONTH), tomorrow, DAY, null, null);
    }

    /** What is no chart; {@code when} is empty if nothing is compared. */
    private List<StatsView.Table> tables(Stretch stretch, Statistics found, String when) {
        List<StatsView.Table> tables = new ArrayList<>();
        if (!when.isEmpty()) {
            Duration back = Duration.between(stretch.from(), stretch.to()).compareTo(DAY) > 0 ? WEEK : DAY;
            Stretch earlier = new Stretch(
                    stretch.from().minus(back),
                    stretch.to().minus(back),
                    stretch.step(),
                    stretch.queue(),
                    stretch.type());
            tables.add(StatsTables.comparison(found, statistics.over(earlier), when));
        }
        tables.add(StatsTables.locks(tallies.locks(stretch.queue(), stretch.type())));
        if (stretch.queue() == null && stretch.type() == null) {
            tables.add(StatsTables.workers(tallies.workers(stretch.from(), stretch.to())));
            tables.add(StatsTables.users(tallies.users(stretch.from(), stretch.to())));
        }
        return tables;
    }

    private static String filter(String queue, String type) {
        Filter filter = Filter.ALL;
        if (!queue.isEmpty()) {
            filter = Links.with(filter, Key.QUEUE, new Value.Word(queue, false));
        }
        return (type.isEmpty() ? filter : Links.with(filter, Key.TYPE, new Value.Word(type, false))).print();
    }

    private static String before(Window wanted) {
        return wanted.length().compareTo(DAY) > 0 ? say("the week before") : say("the same time yesterday");
    }

    private static List<Choice> windows(Window wanted, String only) {
        return Arrays.stream(Window.values())
                .map(one -> new Choice(one.text(), "/stats?window=" + one.key() + only, one == wanted, one.spoken()))
                .toList();
    }

    private static String step(Duration step) {
        long minutes = step.toMinutes();
        return minutes == 1 ? say("a minute") : say("{1} minutes", minutes);
    }
}
