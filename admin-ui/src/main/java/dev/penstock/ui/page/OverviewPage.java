package dev.penstock.ui.page;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.fact.Overview;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Overviews;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.Window;
import dev.penstock.ui.present.flow.Attentions;
import dev.penstock.ui.present.flow.Marks;
import dev.penstock.ui.present.flow.StatsViews;
import dev.penstock.ui.read.OverviewQueries;
import dev.penstock.ui.read.SettingQueries;
import dev.penstock.ui.send.DemoLoad;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** "Background Jobs" (S0). */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Transactional
public class OverviewPage {
    private final Shells shells;
    private final OverviewQueries overviews;
    private final SettingQueries settings;
    private final DemoLoad load;
    private final OverviewPast past;

    @Inject
    public OverviewPage(
            Shells shells, OverviewQueries overviews, SettingQueries settings, DemoLoad load, OverviewPast past) {
        this.shells = shells;
        this.overviews = overviews;
        this.settings = settings;
        this.load = load;
        this.past = past;
    }

    @GET
    @Operation(hidden = true)
    public Response overview(
            @QueryParam("window") @DefaultValue("1h") String window,
            @QueryParam("compare") @DefaultValue("") String compare,
            @QueryParam("at") @Nullable String at) {
        Window chosen = Window.named(window);
        Response then = past.page(at, chosen);
        return then == null ? Response.ok(now(chosen, compare)).build() : then;
    }

    private TemplateInstance now(Window chosen, String compare) {
        Reader reader = shells.reader();
        Overview overview = overviews.of(chosen.length());
        SortedSet<String> types = new TreeSet<>();
        settings.types().forEach(type -> types.add(type.value().name()));
        long failed = overview.depths().failed();
        String state = failed == 0 ? "" : say("{1} failed ·", Counts.of(failed)) + " ";
        return Pages.overview(Overviews.view(
                shells.shell(say("{1}Background Jobs", state), Section.OVERVIEW, "jobs"),
                overview,
                chosen,
                reader,
                types,
                load.isThere() ? BurstPage.JOBS : 0,
                shells.host(),
                lately(overview, chosen, compare.equals("before"), reader)));
    }

    private Overviews.Lately lately(Overview overview, Window window, boolean compared, Reader reader) {
        return new Overviews.Lately(
                StatsViews.throughput(overview.window(), compared ? overviews.before(window.length()) : null, reader)
                        .marked(Marks.of(overviews.deploys(overview.window()), overview.window(), reader)),
                window.compared(compared),
                Attentions.alerts(overview, reader),
                Attentions.calm(overview, reader));
    }
}
