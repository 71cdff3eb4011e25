package dev.penstock.ui.page;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.StatusStyle;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Glossary;
import dev.penstock.ui.present.Overviews;
import dev.penstock.ui.view.PlainView;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the words mean, what happens next, and what to do when something is wrong. */
@Path("/help")
@Produces(MediaType.TEXT_HTML)
@Transactional
public class HelpPage {
    private final Shells shells;

    @Inject
    public HelpPage(Shells shells) {
        this.shells = shells;
    }

    /** The keyboard alone; the key {@code ?} opens it over the page. */
    @GET
    @Path("keys")
    @Operation(hidden = true)
    public TemplateInstance keys() {
        return Pages.keys(view(say("Keys")));
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance help() {
        return Pages.help(view(say("Help")));
    }

    private PlainView.Help view(String title) {
        List<PlainView.Term> filter = Arrays.stream(Key.values())
                .map(key -> new PlainView.Term(key.word() + ":", key.meaning()))
                .toList();
        return new PlainView.Help(
                shells.shell(title, Section.HELP, ""),
                List.of(StatusStyle.values()),
                filter,
                Glossary.words(),
                Glossary.keys(),
                Overviews.WORKER_COMMAND,
                PlainView.Pictures.drawn());
    }
}
