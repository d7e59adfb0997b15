package org.duban.notice.outline;

import java.util.List;

/** A table of tasks. */
record Table(TableHead head, List<TableRow> rows, int line) {}
