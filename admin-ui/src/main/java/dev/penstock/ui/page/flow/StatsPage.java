package dev.penstock.ui.page.flow;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.fact.Statistics;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Value;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Window;
import dev.penstock.ui.present.flow.StatsTables;
import dev.penstock.ui.present.flow.StatsViews;
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
            @QueryParam("compare") @DefaultValue("") String compare) {
        Window wanted = Window.named(window);
        Stretch last = Stretch.last(wanted.length(), shells.reader().now());
        Stretch stretch = new Stretch(
                last.from(), last.to(), last.step(), queue.isEmpty() ? null : queue, type.isEmpty() ? null : type);
        Statistics found = statistics.over(stretch);
        boolean compared = compare.equals("before");
        String only = "&queue=" + Links.encoded(queue) + "&type=" + Links.encoded(type);
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
                StatsViews.figures(found, shells.reader(), filter(queue, type)),
                List.of(
                        new Choice(say("This time"), here, !compared, say("This time alone")),
                        new Choice(
                                say("Beside {1}", before(wanted)),
                                here + "&compare=before",
                                compared,
                                say("Beside {1}", before(wanted)))),
                "/api/v1/statistics/csv?" + numbers,
                tables(stretch, found, compared ? before(wanted) : "")));
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
