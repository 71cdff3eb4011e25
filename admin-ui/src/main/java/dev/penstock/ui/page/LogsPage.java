package dev.penstock.ui.page;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.dispatch.LogLine.Level;
import dev.penstock.ui.fact.LogFact;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.LogLines;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.read.LogQueries;
import dev.penstock.ui.read.LogQueries.Lines;
import dev.penstock.ui.read.LogQueries.Wanted;
import dev.penstock.ui.view.JobsView.Pager;
import dev.penstock.ui.view.LogsView;
import dev.penstock.ui.view.OverviewView.Choice;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Warnings and errors of all processes, linked to and from their job (S0.24). */
@Path("/logs")
@Produces(MediaType.TEXT_HTML)
@Transactional
public class LogsPage {
    private static final int LINES = 100;

    private final Shells shells;
    private final LogQueries logs;

    @Inject
    public LogsPage(Shells shells, LogQueries logs) {
        this.shells = shells;
        this.logs = logs;
    }

    /** What the address of the page says. */
    public static class Query {
        @QueryParam("level")
        @DefaultValue("")
        String level = "";

        @QueryParam("search")
        @DefaultValue("")
        String search = "";

        @QueryParam("job")
        @DefaultValue("")
        String job = "";

        @QueryParam("process")
        @DefaultValue("")
        String process = "";

        @QueryParam("after")
        @Nullable
        String after;

        Wanted wanted() {
            List<Level> levels = switch (level) {
                case "error" -> List.of(Level.ERROR);
                case "all" -> List.of(Level.values());
                default -> List.of(Level.WARN, Level.ERROR);
            };
            LogFact.Place place = after == null ? null : LogFact.Place.parse(after);
            return new Wanted(levels, orNull(job), orNull(process), orNull(search), place, LINES);
        }

        String address(String wantedLevel, String more) {
            StringBuilder address = new StringBuilder("/logs?level=" + Links.encoded(wantedLevel));
            address.append("&search=").append(Links.encoded(search));
            address.append("&job=").append(Links.encoded(job));
            address.append("&process=").append(Links.encoded(process)).append(more);
            return address.toString()
                    .replaceAll("(level|search|job|process)=(&|$)", "")
                    .replaceAll("[?&]$", "");
        }

        private static @Nullable String orNull(String text) {
            return text.isBlank() ? null : text.strip();
        }
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance lines(@BeanParam Query query) {
        Reader reader = shells.reader();
        Lines found = logs.all(query.wanted());
        boolean more = found.cut() && !found.lines().isEmpty();
        String older = more ? "&after=" + found.lines().getLast().at() : "";
        return Pages.logs(new LogsView(
                shells.shell(say("Logs"), Section.LOGS, query.after == null ? "jobs" : ""),
                levels(query),
                query.search,
                query.job,
                query.process,
                logs.sources(),
                found.lines().stream().map(line -> LogLines.view(line, reader)).toList(),
                new Pager(
                        query.after == null ? null : query.address(query.level, ""),
                        more ? query.address(query.level, older) : null,
                        false,
                        List.of())));
    }

    private static List<Choice> levels(Query query) {
        return List.of(
                level(query, "", say("Warnings and errors")),
                level(query, "error", say("Errors")),
                level(query, "all", say("All")));
    }

    private static Choice level(Query query, String level, String text) {
        return new Choice(text, query.address(level, ""), query.level.equals(level), text);
    }
}
