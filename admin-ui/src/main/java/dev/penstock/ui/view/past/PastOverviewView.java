package dev.penstock.ui.view.past;

import dev.penstock.ui.chart.Figure;
import dev.penstock.ui.view.JobRow;
import dev.penstock.ui.view.JobsView;
import dev.penstock.ui.view.Moment;
import dev.penstock.ui.view.OverviewView;
import dev.penstock.ui.view.Shell;
import java.util.List;

/**
 * The first page as it was.
 *
 * @param shell the frame
 * @param asOf the banner
 * @param windows choice of the time until then that the figures cover
 * @param back where the chart begins, seen from that moment: "1 h"
 * @param tiles the figures at the top
 * @param statuses jobs by status, each chip leads to its list
 * @param throughput what came and went until then
 * @param queues those in which something waited or ran, the deepest first
 * @param leases "7 leases, held by 2 workers"
 * @param workers how many leases each worker held
 * @param held the leases that were held longest
 */
public record PastOverviewView(
        Shell shell,
        AsOfView asOf,
        List<OverviewView.Choice> windows,
        String back,
        List<OverviewView.Tile> tiles,
        List<JobsView.StatusFilter> statuses,
        Figure throughput,
        List<Queue> queues,
        String leases,
        List<Worker> workers,
        List<Held> held) {

    /** A queue with how many of its jobs waited for a worker, ran, waited for their time or for children. */
    public record Queue(String name, String href, String queued, String running, String waiting, String children) {}

    /** A worker and its leases. */
    public record Worker(String name, String leases) {}

    /** A lease that was held: by whom, and since when. */
    public record Held(JobRow job, String worker, Moment since) {}
}
