package xundang.desktop.inspection.jar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import xundang.model.battery.OhmicUnit;

/**
 * What taking a tester's file over would do; nothing is changed by making it.
 *
 * @param values good cells
 * @param jars how many jars they belong to
 * @param problems what is not taken, in the file's order
 * @param missing positions of the sheet for which the file has no voltage
 * @param replaced how many good cells stand where another value stands now
 * @param unit of the ohmic values, if there are any
 */
public record ImportPlan(
        Map<JarCell, CellValue> values,
        int jars,
        List<ImportProblem> problems,
        List<Integer> missing,
        int replaced,
        Optional<OhmicUnit> unit) {

    /** The sheet with all that is good in the file. */
    public JarSheet taken(JarSheet sheet) {
        return unit.map(sheet::with).orElse(sheet).with(values);
    }
}
