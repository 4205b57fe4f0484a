package xundang.desktop.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import xundang.desktop.report.Printed;
import xundang.desktop.report.Reports;
import xundang.desktop.sync.FileWatch;
import xundang.model.inspection.InspectionId;

/** Prints nothing; says what it is told to say. */
public final class FixedReports implements Reports {
    public final List<Path> written = new ArrayList<>();
    public IOException fault;
    public int absent;
    public Set<Integer> missing = Set.of();

    @Override
    public String name(List<InspectionId> which) {
        return "UPS-000006_UPS-月度巡检反馈表_2026-11-21.pdf";
    }

    @Override
    public Printed print(List<InspectionId> which, Path target, FileWatch watch) throws IOException {
        watch.at(1, 2);
        watch.check();
        if (fault != null) {
            throw fault;
        }
        written.add(target);
        return new Printed(target, which.size(), 4, absent, missing);
    }
}
