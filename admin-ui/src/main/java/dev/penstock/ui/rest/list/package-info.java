/** Floor 3, adapter: what stands beside the list of jobs, as JSON: what a filter may mean, when its jobs came, its views. */
@NullMarked
package dev.penstock.ui.rest.list;

import org.jspecify.annotations.NullMarked;
