package dev.penstock.ui.page.frame;

import dev.penstock.ui.trouble.Trouble.Said;
import dev.penstock.ui.trouble.TroublePage;
import dev.penstock.ui.view.PlainView;
import dev.penstock.ui.view.Shell;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** What goes wrong outside the API, as a page in the site's frame. */
@RequestScoped
public class TroublePages implements TroublePage {
    private static final int AWAY = 503;

    private final Shells shells;

    @Inject
    public TroublePages(Shells shells) {
        this.shells = shells;
    }

    @Override
    public Response show(Said said, ContainerRequestContext request) {
        // A page that is away listens: it comes back by itself when the tables do.
        boolean waits = said.code() == AWAY && request.getMethod().equals("GET");
        String title = sentence(said.title());
        Shell shell = said.code() == AWAY ? shells.withoutTables(title, waits ? "jobs" : "") : framed(title);
        PlainView.Problem view = new PlainView.Problem(shell, said.code(), title, said.sentence(), said.request());
        return Response.status(said.code())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Pages.problem(view))
                .build();
    }

    private Shell framed(String title) {
        try {
            return shells.outside(title);
        } catch (RuntimeException e) {
            // The page says what went wrong first; that the tables are away as well is another question's answer.
            return shells.withoutTables(title, "");
        }
    }

    /** "Method Not Allowed": "Method not allowed". */
    private static String sentence(String title) {
        return title.substring(0, 1) + title.substring(1).toLowerCase(Locale.ROOT);
    }
}
