package org.duban.notification;

import java.util.List;

/** All ways out of this installation. */
final class Lanes {

  private final List<Lane> all;
  private final AddressBook addresses;
  private final boolean mail;

  Lanes(List<Lane> all, AddressBook addresses) {
    this.all = List.copyOf(all);
    this.addresses = addresses;
    this.mail = all.stream().anyMatch(lane -> lane.channel().name().equals(MailChannel.NAME));
  }

  List<Lane> all() {
    return all;
  }

  /** Mail for whoever has an address, where there is mail; else the log. */
  String channelTo(String person) {
    return mail && addresses.mailOf(person).isPresent() ? MailChannel.NAME : LogChannel.NAME;
  }

  List<Lane> groups() {
    return all.stream().filter(Lane::toGroup).toList();
  }
}
