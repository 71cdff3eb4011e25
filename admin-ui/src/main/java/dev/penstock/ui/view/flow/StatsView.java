package dev.penstock.ui.view.flow;

import dev.penstock.ui.chart.Figure;
import dev.penstock.ui.view.OverviewView.Choice;
import dev.penstock.ui.view.Shell;
import java.util.List;

/**
 * Statistics over time (S1.30 to S1.34, S2.26 to S2.30, S3.26).
 *
 * @param shell the frame
 * @param windows how far back
 * @param window the one chosen, as addresses name it
 * @param queues to choose from
 * @param types to choose from
 * @param queue only this one; empty: all
 * @param type only this one; empty: all
 * @param span "the last hour, in steps of a minute"
 * @param back where the charts begin: "1 h"
 * @param api the same numbers as JSON
 * @param figures one for each question
 * @param compared whether an earlier time stands beside it
 * @param csv the same numbers as CSV
 * @param tables what is no chart
 */
public record StatsView(
        Shell shell,
        List<Choice> windows,
        String window,
        List<String> queues,
        List<String> types,
        String queue,
        String type,
        String span,
        String back,
        String api,
        List<Figure> figures,
        List<Choice> compared,
        String csv,
        List<Table> tables) {

    /** A table of texts; the first cell of a row names it. */
    public record Table(String id, String title, String note, List<String> head, List<List<String>> rows) {}
}
