package dev.penstock.ui.page.flow;

import dev.penstock.ui.fact.Statistics;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Window;
import dev.penstock.ui.present.flow.StatsViews;
import dev.penstock.ui.read.SettingQueries;
import dev.penstock.ui.read.StatisticQueries;
import dev.penstock.ui.read.series.Stretch;
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
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Values over time, of all jobs, of a queue or of a type (S1.30 to S1.34, S2.26 to S2.30, S3.26). */
@Path("/stats")
@Produces(MediaType.TEXT_HTML)
public class StatsPage {
    private final Shells shells;
    private final StatisticQueries statistics;
    private final SettingQueries settings;

    @Inject
    public StatsPage(Shells shells, StatisticQueries statistics, SettingQueries settings) {
        this.shells = shells;
        this.statistics = statistics;
        this.settings = settings;
    }

    @GET
    @Transactional
    @Operation(hidden = true)
    public TemplateInstance over(
            @QueryParam("window") @DefaultValue("") String window,
            @QueryParam("queue") @DefaultValue("") String queue,
            @QueryParam("type") @DefaultValue("") String type) {
        Window wanted = Window.named(window);
        Stretch last = Stretch.last(wanted.length(), shells.reader().now());
        Stretch stretch = new Stretch(
                last.from(), last.to(), last.step(), queue.isEmpty() ? null : queue, type.isEmpty() ? null : type);
        Statistics found = statistics.over(stretch);
        String only = "&queue=" + Links.encoded(queue) + "&type=" + Links.encoded(type);
        return Pages.stats(new StatsView(
                shells.shell("Statistics", Section.STATS, "jobs"),
                windows(wanted, only),
                wanted.key(),
                settings.queues().stream().map(one -> one.value().name()).toList(),
                settings.types().stream().map(one -> one.value().name()).toList(),
                queue,
                type,
                wanted.spoken() + ", in steps of " + step(last.step()),
                wanted.text(),
                "/api/v1/statistics?from=" + last.from() + "&to=" + last.to() + "&step=" + last.step()
                        + (queue.isEmpty() ? "" : "&queue=" + Links.encoded(queue))
                        + (type.isEmpty() ? "" : "&type=" + Links.encoded(type)),
                StatsViews.figures(found, shells.reader())));
    }

    private static List<Choice> windows(Window wanted, String only) {
        return Arrays.stream(Window.values())
                .map(one -> new Choice(one.text(), "/stats?window=" + one.key() + only, one == wanted, one.spoken()))
                .toList();
    }

    private static String step(Duration step) {
        long minutes = step.toMinutes();
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }
}
