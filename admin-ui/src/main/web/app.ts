// The one script of the pages: htmx, then a few elements that add to HTML which works without them. It is one file
// because two deferred ones race: htmx may start before the second has run, and the page then never goes live.
import "htmx.org";
import "./elements/job-time";
import "./elements/job-copy";
import "./elements/job-stack";
import "./elements/job-select";
import "./elements/job-dialog";
import "./elements/job-live";
import "./elements/job-brush";
import "./elements/job-filter";
import "./elements/job-keys";
