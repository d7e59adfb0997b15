package org.duban.oversight.forecast;

import java.util.ArrayList;
import java.util.List;
import org.duban.oversight.Forecast;

/**
 * Which loads of a list are striking: a department that supports at least half of the projects and
 * leads none, and one that leads at least a quarter of them. Lists of fewer than four projects have
 * no proportions to speak of.
 */
public final class LoadPolicy {

  private static final int FEWEST_PROJECTS = 4;

  private LoadPolicy() {}

  public static List<Forecast.Striking> striking(int projects, List<Forecast.Load> loads) {
    List<Forecast.Striking> striking = new ArrayList<>();
    if (projects < FEWEST_PROJECTS) {
      return striking;
    }
    for (Forecast.Load load : loads) {
      int supports = load.supports() + load.collective();
      if (load.leads() == 0 && supports * 2 >= projects) {
        striking.add(of(load, supporting(load) + "（共 " + projects + " 项），没有一项牵头。"));
      } else if (load.leads() * 4 >= projects) {
        striking.add(of(load, "牵头 %d 项（共 %d 项）。".formatted(load.leads(), projects)));
      }
    }
    return striking;
  }

  private static String supporting(Forecast.Load load) {
    if (load.collective() == 0) {
      return "配合 " + load.supports() + " 项";
    }
    return load.supports() == 0
        ? "随统称单位配合 " + load.collective() + " 项"
        : "配合 " + load.supports() + " 项，另随统称单位配合 " + load.collective() + " 项";
  }

  private static Forecast.Striking of(Forecast.Load load, String what) {
    return new Forecast.Striking(load.department(), load.name(), load.name() + what);
  }
}
