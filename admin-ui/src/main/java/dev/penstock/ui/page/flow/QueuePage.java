package dev.penstock.ui.page.flow;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.fact.QueueFact;
import dev.penstock.ui.fact.Statistics;
import dev.penstock.ui.fact.WorkerFact;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Problems;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.flow.QueueRows;
import dev.penstock.ui.present.flow.QueueViews;
import dev.penstock.ui.present.flow.StatsViews;
import dev.penstock.ui.read.QueueQueries;
import dev.penstock.ui.read.SettingQueries;
import dev.penstock.ui.read.StatisticQueries;
import dev.penstock.ui.read.series.Stretch;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.flow.QueuesView;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One queue: its figures, who is next in line (S1.4), its job types, its workers. */
@Path("/queues/{queue}")
@Produces(MediaType.TEXT_HTML)
public class QueuePage {
    private static final Duration FLOW = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int SHOWN = 20;

    private final Shells shells;
    private final QueueQueries queues;
    private final StatisticQueries statistics;
    private final SettingQueries settings;
    private final Problems problems;

    @Inject
    public QueuePage(
            Shells shells,
            QueueQueries queues,
            StatisticQueries statistics,
            SettingQueries settings,
            Problems problems) {
        this.shells = shells;
        this.queues = queues;
        this.statistics = statistics;
        this.settings = settings;
        this.problems = problems;
    }

    @GET
    @Transactional
    @Operation(hidden = true)
    public Response line(@PathParam("queue") String name) {
        Optional<QueueFact> queue = queues.all(FLOW).stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst();
        if (queue.isEmpty()) {
            return problems.noSuchSetting(say("queue"), name);
        }
        Reader reader = shells.reader();
        QueuesView.Queue view = QueueViews.view(queue.get(), queues.line(name, SHOWN), reader, null);
        Stretch last = Stretch.last(HOUR, reader.now());
        Statistics found = statistics.over(new Stretch(last.from(), last.to(), last.step(), name, null));
        return Response.ok(Pages.line(new QueuesView.Line(
                        shells.shell(say("{1} · Queues", name), Section.QUEUES, "jobs"),
                        view,
                        String.valueOf(SHOWN),
                        QueueRows.row(queue.get(), found.total().failed()),
                        StatsViews.figures(found, reader, QueueRows.filter(name).print()),
                        Spans.coarse(HOUR),
                        types(name),
                        queue.get().workers().stream().map(WorkerFact::id).toList())))
                .build();
    }

    private List<Link> types(String queue) {
        return settings.types().stream()
                .filter(type -> type.value().queue().equals(queue))
                .map(type -> new Link(
                        type.value().name(),
                        "/jobs?q="
                                + Links.encoded(QueueRows.filter(queue).print() + " type:"
                                        + type.value().name())))
                .toList();
    }
}
