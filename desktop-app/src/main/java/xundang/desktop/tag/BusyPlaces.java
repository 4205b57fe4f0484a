package xundang.desktop.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where a picture has much detail both across and down, as a code has whichever way it is turned; lines, edges and lamellae have it one way
 * only. That finds codes that are too small, blurred or noisy for their patterns to be seen in the whole picture.
 */
final class BusyPlaces {
    private static final int CELL = 12;

    /** Edges of the squares that are looked at, in cells. */
    private static final int[] SIZES = {3, 6, 12};

    /** Places of each size. */
    private static final int EACH = 5;

    /** Cells above this rank count as much as the one at it, or one shining edge would outweigh a code. */
    private static final double CEILING = 0.97;

    private final int columns;
    private final int rows;
    private final int[] detail;

    private BusyPlaces(Grey grey) {
        columns = Math.max(1, grey.width() / CELL);
        rows = Math.max(1, grey.height() / CELL);
        detail = new int[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                detail[row * columns + column] = detail(grey, column * CELL, row * CELL);
            }
        }
        int[] sorted = detail.clone();
        Arrays.sort(sorted);
        int ceiling = Math.max(1, sorted[(int) ((sorted.length - 1) * CEILING)]);
        for (int i = 0; i < detail.length; i++) {
            detail[i] = Math.min(detail[i], ceiling);
        }
    }

    /** Squares of the picture, the most promising of every size first. */
    static List<Area> of(Grey grey) {
        BusyPlaces places = new BusyPlaces(grey);
        List<Area> areas = new ArrayList<>();
        for (int size : SIZES) {
            places.busiest(size).stream()
                    .map(area -> area.grown(area.side() / 3, grey.width(), grey.height()))
                    .forEach(areas::add);
        }
        return areas;
    }

    private static int detail(Grey grey, int left, int top) {
        int right = Math.min(left + CELL, grey.width() - 1);
        int bottom = Math.min(top + CELL, grey.height() - 1);
        int across = 0;
        int down = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int own = grey.at(x, y);
                across += Math.abs(own - grey.at(x + 1, y));
                down += Math.abs(own - grey.at(x, y + 1));
            }
        }
        return Math.min(across, down);
    }

    private record Scored(int column, int row, long score) {}

    private List<Area> busiest(int size) {
        int[] sums = sums();
        List<Scored> all = new ArrayList<>();
        int step = Math.max(1, size / 3);
        for (int row = 0; row + size <= rows; row += step) {
            for (int column = 0; column + size <= columns; column += step) {
                all.add(new Scored(column, row, sum(sums, column, row, size)));
            }
        }
        all.sort(Comparator.comparingLong(Scored::score).reversed());
        List<Scored> chosen = new ArrayList<>();
        for (Scored candidate : all) {
            boolean apart = chosen.stream()
                    .allMatch(other -> Math.abs(other.column() - candidate.column()) * 2 >= size
                            || Math.abs(other.row() - candidate.row()) * 2 >= size);
            if (apart) {
                chosen.add(candidate);
            }
            if (chosen.size() == EACH) {
                break;
            }
        }
        return chosen.stream()
                .map(place -> new Area(place.column() * CELL, place.row() * CELL, size * CELL, size * CELL))
                .toList();
    }

    private int[] sums() {
        int[] sums = new int[(columns + 1) * (rows + 1)];
        for (int row = 0; row < rows; row++) {
            int line = 0;
            for (int column = 0; column < columns; column++) {
                line += detail[row * columns + column];
                sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + line;
            }
        }
        return sums;
    }

    private long sum(int[] sums, int column, int row, int size) {
        int stride = columns + 1;
        return (long) sums[(row + size) * stride + column + size]
                - sums[row * stride + column + size]
                - sums[(row + size) * stride + column]
                + sums[row * stride + column];
    }
}
